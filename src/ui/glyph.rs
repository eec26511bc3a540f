//! The icon set: one path each on a 16 by 16 grid, stroked 1.5 px, drawn for this console.

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    Activity,
    ArrowDown,
    ArrowLeft,
    ArrowRight,
    ArrowUp,
    Bell,
    Calendar,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Circle,
    CircleCheck,
    CircleX,
    Clock,
    Close,
    Columns,
    Copy,
    Download,
    Edit,
    External,
    Eye,
    EyeOff,
    Filter,
    Globe,
    Inbox,
    Info,
    Instance,
    Journal,
    Key,
    Link,
    List,
    Lock,
    Menu,
    Minus,
    Moon,
    More,
    Pause,
    Play,
    Plus,
    Refresh,
    Rows,
    Search,
    Settings,
    SignOut,
    Sort,
    Spinner,
    Sun,
    System,
    Tag,
    Topic,
    Trash,
    Upload,
    User,
    Users,
    Warning,
}

impl Glyph {
    /// Every icon, for the gallery.
    #[cfg(any(test, feature = "gallery"))]
    pub const ALL: &'static [Self] = &[
        Self::Activity,
        Self::ArrowDown,
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::ArrowUp,
        Self::Bell,
        Self::Calendar,
        Self::Check,
        Self::ChevronDown,
        Self::ChevronLeft,
        Self::ChevronRight,
        Self::ChevronUp,
        Self::Circle,
        Self::CircleCheck,
        Self::CircleX,
        Self::Clock,
        Self::Close,
        Self::Columns,
        Self::Copy,
        Self::Download,
        Self::Edit,
        Self::External,
        Self::Eye,
        Self::EyeOff,
        Self::Filter,
        Self::Globe,
        Self::Inbox,
        Self::Info,
        Self::Instance,
        Self::Journal,
        Self::Key,
        Self::Link,
        Self::List,
        Self::Lock,
        Self::Menu,
        Self::Minus,
        Self::Moon,
        Self::More,
        Self::Pause,
        Self::Play,
        Self::Plus,
        Self::Refresh,
        Self::Rows,
        Self::Search,
        Self::Settings,
        Self::SignOut,
        Self::Sort,
        Self::Spinner,
        Self::Sun,
        Self::System,
        Self::Tag,
        Self::Topic,
        Self::Trash,
        Self::Upload,
        Self::User,
        Self::Users,
        Self::Warning,
    ];

    /// The outline, as SVG path data.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Activity => "M1.5 8h3l2-5 3 10 2-5h3",
            Self::ArrowDown => "M8 3v10M4 9l4 4 4-4",
            Self::ArrowLeft => "M13 8H3M7 4 3 8l4 4",
            Self::ArrowRight => "M3 8h10M9 4l4 4-4 4",
            Self::ArrowUp => "M8 13V3M4 7l4-4 4 4",
            Self::Bell => {
                "M4 6.5a4 4 0 0 1 8 0c0 3.5 1.5 4.5 1.5 4.5h-11S4 10 4 6.5M6.5 13.5a1.6 1.6 0 0 0 3 0"
            }
            Self::Calendar => {
                "M2.5 4.5a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v8a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1zM2.5 7h11M5.5 2v3M10.5 2v3"
            }
            Self::Check => "m3 8.5 3.5 3.5L13 4.5",
            Self::ChevronDown => "m4 6 4 4 4-4",
            Self::ChevronLeft => "M10 4 6 8l4 4",
            Self::ChevronRight => "m6 4 4 4-4 4",
            Self::ChevronUp => "m4 10 4-4 4 4",
            Self::Circle => "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z",
            Self::CircleCheck => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.25 8.25l2 2 3.5-4.25",
            Self::CircleX => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6 6l4 4M10 6l-4 4",
            Self::Clock => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.75V8l2.25 1.5",
            Self::Close => "m4 4 8 8M12 4l-8 8",
            Self::Columns => "M2.5 3.5h11v9h-11zM6.2 3.5v9M9.8 3.5v9",
            Self::Copy => {
                "M5.5 5.5v-2a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M3.5 5.5h6a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-6a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1z"
            }
            Self::Download => "M8 2.5v8M4.75 7.25 8 10.5l3.25-3.25M2.5 13.5h11",
            Self::Edit => "M10.5 3 13 5.5 5.5 13H3v-2.5zM8.75 4.75l2.5 2.5",
            Self::External => "M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.25 2.75 7.5 8.5",
            Self::Eye => {
                "M1.5 8S4 3.75 8 3.75 14.5 8 14.5 8 12 12.25 8 12.25 1.5 8 1.5 8zM8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
            }
            Self::EyeOff => {
                "M6.5 4A6 6 0 0 1 8 3.75C12 3.75 14.5 8 14.5 8a12 12 0 0 1-2 2.4M4.2 5A12 12 0 0 0 1.5 8S4 12.25 8 12.25A6 6 0 0 0 10.6 11.6M6.6 6.6a2 2 0 0 0 2.8 2.8M2.5 2.5l11 11"
            }
            Self::Filter => "M2.5 4h11M4.5 8h7M6.5 12h3",
            Self::Globe => {
                "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 2 2.5 4 2.5 6S10 12 8 14c-2-2-2.5-4-2.5-6S6 4 8 2z"
            }
            Self::Inbox => "M4.5 3.5h7l2 6v3h-11v-3zM2.5 9.5h3.25l1 1.5h2.5l1-1.5h3.25",
            Self::Info => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.5V11M8 5h.01",
            Self::Instance => "M2.5 3h11v4h-11zM2.5 9h11v4h-11zM5 5h.01M5 11h.01M8 5h3M8 11h3",
            Self::Journal => {
                "M4 2.5h8a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1v-9a1 1 0 0 1 1-1zM5.75 5.5h4.5M5.75 8h4.5M5.75 10.5h2.5"
            }
            Self::Key => "M5.5 6.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM7.75 7.25 13 2M10.75 4.25l2 2",
            Self::Link => {
                "M6.5 9.5a2.6 2.6 0 0 0 3.7 0l2.5-2.5a2.6 2.6 0 0 0-3.7-3.7l-.75.75M9.5 6.5a2.6 2.6 0 0 0-3.7 0L3.3 9a2.6 2.6 0 0 0 3.7 3.7l.75-.75"
            }
            Self::List => "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01",
            Self::Lock => "M3.5 7.5h9v6h-9zM5.25 7.5v-2a2.75 2.75 0 0 1 5.5 0v2",
            Self::Menu => "M2.5 4h11M2.5 8h11M2.5 12h11",
            Self::Minus => "M3.5 8h9",
            Self::Moon => "M13.5 9.5A5.75 5.75 0 0 1 6.5 2.5a5.75 5.75 0 1 0 7 7z",
            Self::More => {
                "M3.5 7.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8zM8 7.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8zM12.5 7.6a.4.4 0 1 0 0 .8.4.4 0 0 0 0-.8z"
            }
            Self::Pause => "M5.5 3.5v9M10.5 3.5v9",
            Self::Play => "M4.5 3v10L13 8z",
            Self::Plus => "M8 3v10M3 8h10",
            Self::Refresh => {
                "M13.25 6.5A5.5 5.5 0 0 0 3.5 5L2.5 6.25M2.5 3v3.25h3.25M2.75 9.5A5.5 5.5 0 0 0 12.5 11l1-1.25M13.5 13V9.75h-3.25"
            }
            Self::Rows => "M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11",
            Self::Search => "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.25 10.25l3.25 3.25",
            Self::Settings => {
                "M2.5 4.5h5M11 4.5h2.5M9.25 2.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5zM2.5 11.5H5M8.5 11.5h5M6.75 9.75a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z"
            }
            Self::SignOut => "M6.5 2.5h-3v11h3M7 8h6.5M10.5 5l3 3-3 3",
            Self::Sort => "M5 6.25 8 3.25l3 3M5 9.75l3 3 3-3",
            Self::Spinner => "M8 2a6 6 0 1 1-6 6",
            Self::Sun => {
                "M8 5.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5zM8 1.5v1.25M8 13.25v1.25M1.5 8h1.25M13.25 8h1.25M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9"
            }
            Self::System => "M2 3h12v8H2zM6 13.5h4M8 11v2.5",
            Self::Tag => "M2.5 2.5h5.25L13.5 8.25 8.25 13.5 2.5 7.75zM5.25 5.25h.01",
            Self::Topic => "M2.5 4.25 8 2l5.5 2.25L8 6.5zM2.5 8 8 10.25 13.5 8M2.5 11.75 8 14l5.5-2.25",
            Self::Trash => "M2.5 4.25h11M6 4.25v-1.75h4v1.75M4 4.25l.6 9.25h6.8l.6-9.25M6.75 7v4M9.25 7v4",
            Self::Upload => "M8 10.5v-8M4.75 5.75 8 2.5l3.25 3.25M2.5 13.5h11",
            Self::User => {
                "M8 2.5a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5zM2.75 13.5c.3-2.5 2.5-3.75 5.25-3.75s4.95 1.25 5.25 3.75"
            }
            Self::Users => {
                "M6 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM1.5 13c.3-2.25 2.2-3.25 4.5-3.25s4.2 1 4.5 3.25M10.5 3.2a2.5 2.5 0 0 1 0 4.6M12 10c1.5.4 2.35 1.4 2.5 3"
            }
            Self::Warning => "M8 2.5 14.5 13.5h-13zM8 6.5v3.25M8 11.75h.01",
        }
    }
}
