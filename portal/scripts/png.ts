/** Hands out charts as pictures: the SVG of the chart, drawn in this browser. Shows the links that are hidden without a script. */

/** Twice as many pixels as on the page: sharp on paper and on a slide. */
const SCALE = 2;

for (const item of document.querySelectorAll<HTMLElement>("[data-chart-png]")) {
  item.hidden = false;
  const link = item.querySelector<HTMLAnchorElement>("a[data-png]");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    void download(link);
  });
}

async function download(link: HTMLAnchorElement): Promise<void> {
  const address = link.dataset["png"] ?? link.href;
  try {
    save(await pictureOf(await (await fetch(address)).blob()), link.download);
  } catch {
    // A browser that cannot draw it still gets the chart.
    location.assign(address);
  }
}

async function pictureOf(svg: Blob): Promise<Blob> {
  const source = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((picture) => (picture ? resolve(picture) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(source);
  }
}

function save(picture: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = name;
  link.click();
  // After the browser has taken it over; at once would be too early.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
