//! Which columns are shown. Pure functions on the text that stands in the URL.

use super::column::ColumnInfo;

/// Numbers of the columns to show, in their own order. Unknown ids are ignored; `""` means the usual ones.
pub(super) fn shown(columns: &[ColumnInfo], chosen: &str) -> Vec<usize> {
    let is_shown = |column: &ColumnInfo| {
        column.required
            || if chosen.is_empty() { !column.hidden } else { chosen.split(',').any(|id| id == column.id) }
    };
    (0..columns.len()).filter(|i| columns.get(*i).is_some_and(is_shown)).collect()
}

/// The text after showing or hiding a column; `""` when that leads back to the usual ones.
pub(super) fn toggled(columns: &[ColumnInfo], chosen: &str, id: &str) -> String {
    let before = shown(columns, chosen);
    let after: Vec<usize> = (0..columns.len())
        .filter(|i| before.contains(i) != columns.get(*i).is_some_and(|c| c.id == id && !c.required))
        .collect();
    if after == shown(columns, "") {
        return String::new();
    }
    let ids: Vec<&str> = after.iter().filter_map(|i| columns.get(*i)).map(|c| c.id).collect();
    ids.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<ColumnInfo> {
        let column = |id, required, hidden| ColumnInfo {
            id,
            title: id.into(),
            width: 100,
            numeric: false,
            sortable: false,
            required,
            hidden,
        };
        vec![column("name", true, false), column("size", false, false), column("owner", false, true)]
    }

    #[test]
    fn the_usual_ones_unless_chosen() {
        assert_eq!(shown(&columns(), ""), [0, 1]);
        assert_eq!(shown(&columns(), "owner,gone"), [0, 2], "the required one always");
    }

    #[test]
    fn toggling_comes_back_to_nothing() {
        let columns = columns();
        assert_eq!(toggled(&columns, "", "owner"), "name,size,owner");
        assert_eq!(toggled(&columns, "name,size,owner", "owner"), "");
        assert_eq!(toggled(&columns, "", "size"), "name");
        assert_eq!(toggled(&columns, "", "name"), "", "a required one stays");
    }
}
