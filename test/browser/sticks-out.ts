import type { Page } from "playwright-core";

/** What is wider than the window, as "element.class"; heads of tables that are for listeners only are passed over. */
export const sticksOut = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return [...document.querySelectorAll("body *")]
      .filter((element) => !element.closest(".skip, .definitions, thead") && element.getBoundingClientRect().right > width + 1.5)
      .map((element) => `${element.tagName}.${element.getAttribute("class")}`);
  });
