import { dataPackage } from "../../../core/figures/tables/data-package.ts";
import { BarLegend, StackedBar } from "../../charts/stacked-bar.tsx";
import type { NormFigureRow } from "../../data.ts";
import { chosenFramework, type FrameworkFigures, normAnchor, selectRows, signalsIn } from "../../figures-by-framework.ts";
import { count, number, percent } from "../../format.ts";
import { Select } from "../../select.tsx";
import { type FigureOrder, type FigureSelection, figureOrders, figuresAddress } from "../../selection.ts";
import { StatusBadge } from "../../status-badge.tsx";
import { type Column, Table } from "../../table.tsx";
import { bySignalOrder, codes, signalWord } from "../../words.ts";

interface FiguresProps {
  readonly frameworks: readonly FrameworkFigures[];
  readonly selection: FigureSelection;
  readonly files: readonly string[];
}

/** The figures of one framework, norm by norm, with a choice of framework, order, signal and words. */
export function Figures({ frameworks, selection, files }: FiguresProps) {
  const framework = chosenFramework(frameworks, selection.framework);
  if (!framework) return null;
  const chosen = { ...selection, framework: framework.key };
  const rows = selectRows(framework, chosen);
  return (
    <section aria-labelledby="cijfers">
      <h2 id="cijfers">Cijfers per norm</h2>
      <FrameworkChoice frameworks={frameworks} chosen={chosen} />
      <RowChoice framework={framework} chosen={chosen} />
      <OrderChoice chosen={chosen} />
      <BarLegend />
      {rows.length > 0 ? <NormTable framework={framework} rows={rows} chosen={chosen} /> : <NoRows chosen={chosen} />}
      <Downloads files={files} />
    </section>
  );
}

type Chosen = FigureSelection & { readonly framework: string };

function FrameworkChoice({ frameworks, chosen }: { readonly frameworks: readonly FrameworkFigures[]; readonly chosen: Chosen }) {
  return (
    <nav aria-label="Normenkader" class="choice tabs">
      <ul>
        {frameworks.map(({ key, shortName }) => (
          <li>
            <a href={figuresAddress({ framework: key, order: chosen.order })} aria-current={key === chosen.framework ? "true" : undefined}>
              {shortName}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RowChoice({ framework, chosen }: { readonly framework: FrameworkFigures; readonly chosen: Chosen }) {
  const signals = signalsIn(framework).toSorted(bySignalOrder);
  return (
    <form method="get" action="/#cijfers" class="filter">
      <input type="hidden" name="kader" value={chosen.framework} />
      {chosen.order !== "aandeel" && <input type="hidden" name="sorteer" value={chosen.order} />}
      <p>
        <label for="zoek">Zoek in norm</label>
        <input type="search" id="zoek" name="zoek" value={chosen.search ?? ""} />
      </p>
      {signals.length > 0 && (
        <Select
          name="signaal"
          label="Signaal"
          all="Alle normen"
          options={signals.map((signal) => [signal, signalWord(signal).text])}
          chosen={chosen.signal}
        />
      )}
      <p>
        <button type="submit">Toon</button>
      </p>
    </form>
  );
}

function OrderChoice({ chosen }: { readonly chosen: Chosen }) {
  return (
    <nav aria-label="Volgorde" class="choice">
      <span>Sorteer op</span>
      <ul>
        {(Object.keys(figureOrders) as FigureOrder[]).map((order) => (
          <li>
            <a href={figuresAddress({ ...chosen, order })} aria-current={order === chosen.order ? "true" : undefined}>
              {figureOrders[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function NormTable({
  framework,
  rows,
  chosen,
}: {
  readonly framework: FrameworkFigures;
  readonly rows: readonly NormFigureRow[];
  readonly chosen: Chosen;
}) {
  const columns: readonly Column<NormFigureRow>[] = [
    { header: "Norm", cell: (row) => <NormName row={row} framework={framework} />, wide: true },
    { header: "Verdeling", cell: (row) => <Distribution row={row} /> },
    { header: "Beoordeeld (n)", cell: (row) => <Assessed row={row} />, numeric: true },
    { header: "Voldoet", cell: (row) => <Share row={row} />, numeric: true },
    { header: "Signaal", cell: (row) => <Signals row={row} /> },
  ];
  const all = rows.length === framework.rows.length;
  const caption = `${framework.name}: ${all ? count(rows.length, "norm", "normen") : `${number(rows.length)} van de ${count(framework.rows.length, "norm", "normen")}`}, gesorteerd op ${figureOrders[chosen.order]}`;
  return (
    <Table
      name="figures"
      caption={caption}
      columns={columns}
      rows={rows}
      rowId={(row) => normAnchor({ ...row, framework: row.normenkader })}
    />
  );
}

function NormName({ row, framework }: { readonly row: NormFigureRow; readonly framework: FrameworkFigures }) {
  const about = [...codes(row.categorie).map(framework.category), ...codes(row.competenties)].join(" · ");
  return (
    <>
      <b>{row.norm}</b> {row.titel}
      {about && <small>{about}</small>}
    </>
  );
}

function Distribution({ row }: { readonly row: NormFigureRow }) {
  return (
    <StackedBar
      met={row.voldoet}
      partiallyMet={row.voldoet_deels}
      notMet={row.voldoet_niet}
      interval={{ lower: row.ondergrens, upper: row.bovengrens }}
    />
  );
}

function Assessed({ row }: { readonly row: NormFigureRow }) {
  const apart = [
    row.niet_van_toepassing > 0 ? `${number(row.niet_van_toepassing)} n.v.t.` : "",
    row.niet_beoordeeld > 0 ? `${number(row.niet_beoordeeld)} niet beoordeeld` : "",
  ].filter(Boolean);
  return (
    <>
      {number(row.beoordeeld)}
      {apart.length > 0 && <small>{apart.join(", ")}</small>}
    </>
  );
}

function Share({ row }: { readonly row: NormFigureRow }) {
  if (row.aandeel_voldoet === null) return <span class="quiet">–</span>;
  return (
    <>
      {percent(row.aandeel_voldoet)}
      {row.ondergrens !== null && row.bovengrens !== null && (
        <small>
          {percent(row.ondergrens)} tot {percent(row.bovengrens)}
        </small>
      )}
    </>
  );
}

function Signals({ row }: { readonly row: NormFigureRow }) {
  const signals = codes(row.signalen).toSorted(bySignalOrder);
  if (signals.length === 0) return <span class="quiet">–</span>;
  return signals.map((signal) => <StatusBadge word={signalWord(signal)} />);
}

function NoRows({ chosen }: { readonly chosen: Chosen }) {
  return (
    <p class="notice">
      Geen norm past bij deze keuze. <a href={figuresAddress({ framework: chosen.framework, order: chosen.order })}>Toon alle normen</a>
    </p>
  );
}

const formats = [
  { ending: ".xlsx", text: "Excel" },
  { ending: ".csv", text: "CSV" },
  { ending: ".json", text: "JSON" },
] as const;

const DICTIONARY = "datapackage.json";

function Downloads({ files }: { readonly files: readonly string[] }) {
  const offered = formats.filter(({ ending }) => files.includes(`norm-figures${ending}`));
  if (offered.length === 0) return null;
  const tables = dataPackage().resources.filter(({ path }) => path !== "norm-figures.csv" && files.includes(path));
  return (
    <div class="downloads">
      <p id="downloads">Alle cijfers, van alle normenkaders, om zelf mee te rekenen:</p>
      <ul aria-labelledby="downloads">
        {offered.map(({ ending, text }) => (
          <li>
            <a class="button" href={`/cijfers/norm-figures${ending}`} download>
              Download {text}
            </a>
          </li>
        ))}
      </ul>
      {tables.length > 0 && (
        <details>
          <summary>Meer tabellen: beelden, trends, hertoetsen, certificerende instellingen</summary>
          <ul class="tables">
            {tables.map(({ path, title, description }) => (
              <li>
                <a href={`/cijfers/${path}`} download>
                  {title} ({path})
                </a>
                <small>{description}</small>
              </li>
            ))}
            {files.includes(DICTIONARY) && (
              <li>
                <a href={`/cijfers/${DICTIONARY}`} download>
                  Wat elke kolom betekent ({DICTIONARY})
                </a>
              </li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
}
