// What the pages in chunks look like comes with the first chunk.
let styles;
function styled() {
    styles ??= new Promise((resolve, reject) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = new URL("./later.css", import.meta.url);
        link.onload = resolve;
        link.onerror = () => {
            link.remove();
            // The next try asks again.
            styles = undefined;
            reject(new Error("the style sheet of later pages could not be had"));
        };
        document.head.append(link);
    });
    return styles;
}
async function fetchStyled(url) {
    const [response] = await Promise.all([fetch(url), styled()]);
    return response;
}
