/**
 * A file that is chosen in the field, or dropped anywhere on the page: a file that misses the field would otherwise be opened by the browser,
 * in the place of the page. While a file hangs above the page the zone has the class `over`.
 */
export function onFileChosen(input: HTMLInputElement, zone: HTMLElement, chosen: (file: File) => void): void {
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) chosen(file);
  });
  // So that the same file, mended, can be chosen again: browsers tell only of a change.
  input.addEventListener("click", () => {
    input.value = "";
  });
  addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) zone.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    const files = event.dataTransfer?.files;
    const file = files?.[0];
    if (!file || !files) return;
    input.files = files;
    chosen(file);
  });
}
