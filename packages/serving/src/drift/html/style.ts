/** The report's style sheet: no font, script or picture from elsewhere. */
export const style = `
:root{color-scheme:light dark;--ink:#1d2433;--soft:#5d6678;--line:#dfe3ea;--page:#f6f7f9;--card:#fff;--then:#b4bccb;--now:#2f6fde;--ok:#1a7741;--warning:#9a5b00;--drift:#c22f2f;--unknown:#6b7385}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ef;--soft:#a0a8b8;--line:#333a47;--page:#14171d;--card:#1c2028;--then:#5b6577;--now:#6aa0ff;--ok:#4cc07c;--warning:#e0a040;--drift:#f07070;--unknown:#9aa2b2}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
main{max-width:1180px;margin:0 auto;padding:28px 20px 60px}
h1{font-size:25px;margin:0 0 6px}h2{font-size:18px;margin:0 0 10px}h3{font-size:15px;margin:22px 0 8px}
header p{margin:4px 0 0;color:var(--soft)}
section{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:18px 20px;margin-top:18px;overflow-x:auto}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:14px;margin-top:18px}
.facts div{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px}
.facts b{display:block;font-size:21px;font-weight:600;font-variant-numeric:tabular-nums}.facts span{color:var(--soft);font-size:13px}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th{font-weight:600;font-size:12.5px;color:var(--soft);text-align:left;padding:4px 10px;border-bottom:1px solid var(--line);white-space:nowrap}
td{padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:top}
tbody tr:last-child>td{border-bottom:0}
.n{text-align:right;white-space:nowrap}
.name{font-weight:600;overflow-wrap:anywhere;min-width:130px}
small{display:block;font-weight:400;font-size:12px;color:var(--soft);max-width:240px;overflow-wrap:anywhere}
td.n small{max-width:none}
.badge{display:inline-block;border-radius:99px;padding:1px 10px;font-size:12.5px;font-weight:600;color:#fff;background:var(--unknown);white-space:nowrap}
@media (prefers-color-scheme:dark){.badge{color:#14171d}}
.badge.ok{background:var(--ok)}.badge.warning{background:var(--warning)}.badge.drift{background:var(--drift)}
h1 .badge{font-size:15px;padding:3px 14px;vertical-align:3px;margin-left:8px}
.meter{display:block;width:72px;height:5px;border-radius:3px;background:var(--line);margin:3px 0 0 auto;overflow:hidden}
.meter b{display:block;height:100%;background:var(--ok)}.meter b.warning{background:var(--warning)}.meter b.drift{background:var(--drift)}.meter b.unknown{background:var(--unknown)}
.key{display:inline-block;width:10px;height:10px;border-radius:2px;margin:0 2px 0 4px}.key.then{background:var(--then)}.key.now{background:var(--now)}
.hist{display:block;max-width:100%}.hist .then{fill:var(--then)}.hist .now{fill:var(--now)}.hist .hit{fill:transparent}.hist line{stroke:var(--line)}
summary{cursor:pointer}td summary{list-style:none}td summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:2px solid var(--now);outline-offset:2px}
.bins{margin-top:8px;width:auto}.bins td,.bins th{padding:2px 12px 2px 0;font-size:13px}
ul{margin:0;padding-left:20px}.findings{list-style:none;padding:0}.findings li{padding:4px 0}footer{margin-top:22px;color:var(--soft);font-size:13px}footer p{margin:6px 0;max-width:820px}
/* No room for nine columns side by side: each row becomes a small card, each cell with its column's name. */
@media (max-width:640px){section{overflow-x:visible;overflow-wrap:anywhere}
.stack>thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack,.stack>tbody{display:block}.stack>tbody>tr{display:grid;grid-template-columns:1fr 1fr;gap:4px 14px;padding:10px 0;border-bottom:1px solid var(--line)}
.stack>tbody>tr:last-child{border-bottom:0}
.stack>tbody>tr>td{border:0;padding:0;text-align:left;white-space:normal;min-width:0}
.stack>tbody>tr>td:empty{display:none}
.stack>tbody>tr>td[data-label]::before{content:attr(data-label);display:block;font-size:12px;color:var(--soft)}
.stack>tbody>tr>.name,.stack>tbody>tr>.wide{grid-column:1/-1}.stack .meter{margin-left:0}}
@media print{body{background:none}section,.facts div{break-inside:avoid}}
`;
