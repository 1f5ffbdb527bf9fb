import type { RuleCount } from "../../../core/figures/deliveries/deliveries-overview.ts";
import { number } from "../../format.ts";
import { say } from "../../language.tsx";
import { type Column, Table } from "../../table.tsx";
import { severityWords } from "../../words.ts";

/** More than these is in no template to be prevented at once. */
const MOST = 12;

/** Which rules fire most: what a better template or a better export would prevent. */
export function Rules({ rules }: { readonly rules: readonly RuleCount[] }) {
  if (rules.length === 0) return null;
  const columns: readonly Column<RuleCount>[] = [
    {
      header: say("Regel", "Rule"),
      cell: ({ code }) => (
        <a href={`/specificatie#${code}`}>
          <code>{code}</code>
        </a>
      ),
      wide: true,
    },
    { header: say("Ernst", "Severity"), cell: ({ severity }) => severityWords[severity].text },
    { header: say("In aanleveringen", "In deliveries"), cell: ({ deliveries }) => number(deliveries), numeric: true },
    { header: say("Plaatsen", "Places"), cell: ({ findings }) => number(findings), numeric: true },
    { header: say("Instellingen", "Bodies"), cell: ({ bodies }) => number(bodies), numeric: true },
  ];
  const shown = rules.slice(0, MOST);
  return (
    <section aria-labelledby="regels">
      <h2 id="regels">{say("Wat er het vaakst misgaat", "What goes wrong most")}</h2>
      <p>
        {say(
          "Een regel die bij veel instellingen afgaat, wijst op het sjabloon of de uitleg; een regel bij één instelling op haar export.",
          "A rule that fires at many bodies points to the template or the explanation; a rule at one body to its export.",
        )}
      </p>
      <Table
        name="rules"
        caption={
          shown.length < rules.length
            ? say(
                `De eerste ${MOST} van ${number(rules.length)} regels, in de meeste aanleveringen eerst`,
                `The first ${MOST} of ${number(rules.length)} rules, in most deliveries first`,
              )
            : say("In de meeste aanleveringen eerst", "In most deliveries first")
        }
        columns={columns}
        rows={shown}
      />
    </section>
  );
}
