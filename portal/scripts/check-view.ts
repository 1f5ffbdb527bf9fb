/** The place on a page where a check is followed: progress, then the result or why there is none. */
import type { CheckResult } from "../../core/intake/check-result.ts";
import { showCheckResult } from "./check-result.ts";
import { failureText, type Language, progressText, words } from "./check-words.ts";
import { element } from "./elements.ts";
import { type CheckFailed, type CheckFailure, type HowToCheck, startCheck } from "./start-check.ts";

export interface CheckView {
  /**
   * Checks a file and shows what comes of it; a check that is still going on is stopped. Resolves to the result, or to the reason why there
   * is none: `stopped` when another file was chosen meanwhile, which is then what the page is about, else one that is said on the page.
   */
  check(file: File, how: Omit<HowToCheck, "onProgress" | "signal">): Promise<CheckResult | CheckFailure>;
  /** Says what is shown in another language. */
  speak(language: Language): void;
}

/**
 * Builds the view in the container. Its start and its end are told to screen readers, the percentages between are not; the verdict takes
 * the focus.
 */
export function createCheckView(container: HTMLElement, language: Language): CheckView {
  const status = element("p", { role: "status" });
  const bar = element("progress", { max: "1", hidden: true });
  const share = element("p", { class: "quiet", "aria-hidden": "true" });
  const result = element("div", { class: "check-result" });
  container.replaceChildren(status, bar, share, result);
  let current = language;
  let underWay: AbortController | undefined;
  let shown: CheckResult | undefined;
  let fileName = "";
  let failure: CheckFailure | undefined;
  tell();

  return { check, speak };

  async function check(file: File, how: Omit<HowToCheck, "onProgress" | "signal">): Promise<CheckResult | CheckFailure> {
    underWay?.abort();
    const mine = new AbortController();
    underWay = mine;
    begin(file.name);
    try {
      const checked = await startCheck(file, {
        ...how,
        signal: mine.signal,
        onProgress(progress) {
          bar.value = progress.total === 0 ? 1 : progress.read / progress.total;
          share.textContent = progressText(progress, current);
        },
      });
      shown = checked;
      end();
      showCheckResult(result, checked, current).focus();
      return checked;
    } catch (error) {
      if (underWay !== mine) return "stopped";
      failure = (error as CheckFailed).reason;
      end();
      return failure;
    }
  }

  function begin(name: string): void {
    fileName = name;
    shown = undefined;
    failure = undefined;
    result.replaceChildren();
    delete result.dataset["status"];
    bar.hidden = false;
    bar.removeAttribute("value");
    container.setAttribute("aria-busy", "true");
    tell();
  }

  function end(): void {
    bar.hidden = true;
    share.textContent = "";
    container.removeAttribute("aria-busy");
    tell();
  }

  function tell(): void {
    const say = words[current];
    bar.setAttribute("aria-label", say.checking);
    status.replaceChildren(element("bdi", {}, fileName), fileName === "" ? "" : ": ", saying());
    if (fileName === "") status.replaceChildren();

    function saying(): string {
      if (failure !== undefined) return failureText(failure, current);
      return shown === undefined ? say.checking : `${say.verdicts[shown.status]}.`;
    }
  }

  function speak(to: Language): void {
    current = to;
    tell();
    if (shown !== undefined) showCheckResult(result, shown, current);
  }
}
