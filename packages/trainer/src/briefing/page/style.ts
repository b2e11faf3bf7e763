/** The look of the page: for a screen of any width, and for paper; black and white are enough. */
export const style = `
:root { --ink: #111; --middle: #5f6b76; --line: #d5dade; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 54rem; background: #fff; color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.6rem 0 .6rem; padding-top: .9rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.05rem; margin: 1.8rem 0 .5rem; }
h4 { font-size: 1rem; margin: 0 0 .3rem; }
p, ul { margin: .5rem 0 .9rem; }
ul { padding-left: 1.2rem; }
li { margin: .3rem 0; }
small, .meta, figcaption { color: var(--middle); }
small { font-size: .85em; }
.meta { margin: 0; font-size: .9rem; overflow-wrap: anywhere; }
.short { border: 2px solid var(--ink); padding: .2rem 1.2rem .4rem; margin: 1.6rem 0; }
.short h2 { border: 0; margin: .8rem 0 .4rem; padding: 0; }
.warning { border-left: 4px solid var(--ink); padding-left: .7rem; }
.mark { border: 1px solid var(--ink); padding: 0 .3em; font-size: .8em; white-space: nowrap; }
.scroll { overflow-x: auto; margin: .6rem 0 1rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: inherit; }
thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); vertical-align: bottom; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.number small { white-space: nowrap; }
td code { overflow-wrap: anywhere; }
tbody .text { min-width: 5.5rem; overflow-wrap: anywhere; }
pre { overflow-x: auto; padding: .7rem .9rem; border: 1px solid var(--line); font-size: .85rem; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem 1.5rem; align-items: start; }
figure { margin: .4rem 0; min-width: 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figure svg text { font-family: inherit; }
figcaption { font-size: .88rem; line-height: 1.45; margin-top: .3rem; }
.cases { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: 1rem; }
.case { border: 1px solid var(--line); padding: .7rem .9rem; font-size: .93rem; }
@media (max-width: 34rem) {
  body { padding: 1rem .9rem 2rem; }
  .short { padding: .1rem .9rem .3rem; }
  table { font-size: .76rem; }
  th, td { padding-right: .3rem; }
  thead th { hyphens: auto; }
  tbody th.text { min-width: 3.4rem; }
  tbody td.text { min-width: 2.2rem; }
  td.number small { white-space: normal; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
}
@media print {
  @page { size: A4; margin: 16mm 15mm; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { margin-top: 1.6rem; }
  h2, h3, h4 { break-after: avoid; }
  figure, .case, tr, pre, .short { break-inside: avoid; }
  .scroll { overflow: visible; }
  .figures { grid-template-columns: 1fr 1fr; }
}
`;
