import { describe, expect, test } from "vitest";
import { neverMetStanding, signalDigest, standingText, viewName } from "../../../core/figures/signal-digest.ts";
import { figure, flagged } from "../../portal/made-up.ts";
import { signal } from "../../portal/made-up-signals.ts";

const told = (...signals: readonly ReturnType<typeof signal>[]) =>
  signalDigest(signals).flatMap(({ code, signals: ofKind }) =>
    ofKind.map(({ view, norm, about }) => [code, view, norm, ...Object.values(about)].join(" ")),
  );

const inVariant = "KSW/basis/2017..2019";

describe("the signals on a first screen", () => {
  test("stand by kind, what asks most for attention first; nobody, everybody and too few have their own place", () => {
    const codes = (
      [
        "VRIJWEL_ALTIJD",
        "VERSLECHTEREND",
        "NOOIT_GEHAALD",
        "ALTIJD_GEHAALD",
        "TE_WEINIG_GEGEVENS",
        "NOOIT_TOT_NU_TOE",
        "NOOIT_IN_VARIANT",
      ] as const
    ).map((code) => signal({ norm: "V01", signal: code }));
    expect(signalDigest(codes).map(({ code, heading }) => [code, heading.nl])).toEqual([
      ["NOOIT_IN_VARIANT", "In één variant voldoet niemand"],
      ["VERSLECHTEREND", "Steeds minder organisaties voldoen"],
      ["VRIJWEL_ALTIJD", "Bijna iedereen voldoet"],
    ]);
  });

  test("are said once when the view of all variants says them", () => {
    const all = signal({
      norm: "V01",
      signal: "VERSLECHTEREND",
      places: ["KSW/basis/2017 V01", "KSW/basis/2019 V01", "KSW/wijkteam/2021 V01"],
    });
    const basis = signal({ norm: "V01", signal: "VERSLECHTEREND", view: inVariant, places: ["KSW/basis/2017 V01", "KSW/basis/2019 V01"] });
    expect(told(all, basis)).toEqual(["VERSLECHTEREND KSW/*/2019..2021 V01"]);
    expect(told(basis)).toEqual([`VERSLECHTEREND ${inVariant} V01`]);
  });

  test("are said of both when a code means another norm in the variant, or in another label", () => {
    const all = signal({ norm: "V01", signal: "VERSLECHTEREND", places: ["KSW/basis/2019 V01"] });
    const other = signal({ norm: "V01", signal: "VERSLECHTEREND", view: "KSW/wijkteam/2021..2021", places: ["KSW/wijkteam/2021 V01"] });
    const label = signal({ norm: "V01", signal: "VERSLECHTEREND", view: "NVVK/*/2021..2021", places: ["KSW/basis/2019 V01"] });
    expect(told(all, other, label)).toHaveLength(3);
  });

  test("of bodies are said of each body", () => {
    const of = (body: string, view = "KSW/*/2019..2021") => signal({ norm: "V01", signal: "CI_VERSCHIL", view, about: { body } });
    expect(told(of("a"), of("b"), of("a", inVariant))).toEqual([
      "CI_VERSCHIL KSW/*/2019..2021 V01 a",
      "CI_VERSCHIL KSW/*/2019..2021 V01 b",
    ]);
  });

  test("of two norms are said once, whichever of them comes first and in whatever view", () => {
    const pair = (norm: string, other: string, view = "KSW/*/2019..2021") =>
      signal({ norm, signal: "OVERLAPPEND", about: { norm: other }, view });
    expect(
      told(pair("V01", "V02"), pair("V01", "V03"), pair("V02", "V01"), pair("V01", "V02", inVariant), pair("V03", "V01", inVariant)),
    ).toEqual(["OVERLAPPEND KSW/*/2019..2021 V01 V02", "OVERLAPPEND KSW/*/2019..2021 V01 V03"]);
  });
});

describe("since when nobody meets a norm", () => {
  const flag = flagged({ ...figure({ norm: "V15", titel: "Norm", voldoet_niet: 40 }), signalen: "NOOIT_GEHAALD" });
  const of = (view: string, since: string, places: readonly string[]) =>
    signal({ norm: "V15", signal: "NOOIT_GEHAALD", status: "aanhoudend", view, since, places });

  test("is what the view of its own variant says, else that of all variants", () => {
    const all = of("KSW/*/2017..2021", "2020-12-31", ["KSW/basis/2019 V15", "KSW/wijkteam/2021 V15"]);
    const basis = of("KSW/basis/2017..2019", "2018-12-31", ["KSW/basis/2017 V15", "KSW/basis/2019 V15"]);
    expect(neverMetStanding(flag, [all, basis])?.nl).toBe("Aanhoudend: op elke jaarlijkse peildatum sinds 31-12-2018.");
    expect(neverMetStanding(flag, [all])?.nl).toBe("Aanhoudend: op elke jaarlijkse peildatum sinds 31-12-2020.");
  });

  test("is not said where the views say nothing of it, or another thing", () => {
    expect(neverMetStanding(flag, [])).toBeUndefined();
    expect(neverMetStanding(flag, [of("KSW/basis/2017..2019", "2018-12-31", ["KSW/basis/2017 V15"])])).toBeUndefined();
    expect(
      neverMetStanding(flag, [{ ...of("KSW/basis/2017..2019", "2018-12-31", ["KSW/basis/2019 V15"]), signal: "NOOIT_TOT_NU_TOE" }]),
    ).toBeUndefined();
  });
});

test("new, confirmed and lasting are said in words", () => {
  expect(standingText({ status: "nieuw", since: "2025-12-31" }).nl).toBe("Nieuw: op de peildatum een jaar eerder was dit signaal er niet.");
  expect(standingText({ status: "bevestigd", since: "2024-12-31" }).nl).toBe("Bevestigd: op elke jaarlijkse peildatum sinds 31-12-2024.");
  expect(viewName("KSW/*/2017..2021").nl).toBe("KSW, alle varianten");
  expect(viewName("KSW/wijkteam/2021..2021").nl).toBe("KSW wijkteam");
});
