import { Html, html } from './html.ts'

export type Language = 'zh' | 'en'

const STYLE = `
:root{--paper:#FAF7F1;--surface:#fff;--sunk:#F1ECE1;--ink:#1B201D;--ink-2:#4B534D;--edge:#7F786A;--rule:#DFD8C9;--banyan:#1E5A44;--deep:#123B2D;--tint:#E7F0E9;--line:#9DBCAB;--vermilion:#B0361E;--vtint:#FBEBE6;--ochre:#75500A;--otint:#F8EED6;--honey:#F2C14E;
--song:"Noto Serif SC","Source Han Serif SC","Noto Serif CJK SC","Songti SC",serif;--sans:"Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei",sans-serif}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);font:1.0625rem/1.7 var(--sans);text-autospace:normal;font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
body{margin:0;min-height:100vh;display:flex;flex-direction:column}
header,footer,main>*,.wrap{width:100%}
.wrap{max-width:72rem;margin-inline:auto;padding-inline:1.25rem}
.band{background:var(--otint);color:var(--ochre);font-size:.875rem;line-height:1.6}
.band .wrap{padding-block:.25rem}
.top{border-bottom:1px solid var(--rule)}
.top .wrap{display:flex;align-items:center;gap:.75rem;min-height:3.75rem}
.brand{display:inline-flex;align-items:center;gap:.5rem;color:var(--ink);text-decoration:none;min-height:2.75rem}
.brand svg{width:1.75rem;height:1.75rem;color:var(--banyan)}
.brand b{font:700 1.25rem/1 var(--song)}
.brand span{color:var(--ink-2);font-size:.9375rem}
main{flex:1;padding-block:2rem 4rem}
h1{font:700 1.9375rem/1.3 var(--song);margin:0 0 .5rem;text-wrap:balance}
h2{font:700 1.5rem/1.35 var(--song);margin:0 0 1rem;text-wrap:balance}
h3{font:600 1.0625rem/1.6 var(--sans);margin:0 0 .5rem}
p{margin:0 0 .75rem;max-width:36em;text-wrap:pretty}
.lead{font-size:1.1875rem;margin-bottom:1.5rem}
.mute{color:var(--ink-2)}.small{font-size:.9375rem;line-height:1.6}
.sec{border-top:1px solid var(--ink);padding-top:1.5rem;margin-top:3rem}
a{color:var(--banyan);text-decoration-color:var(--line);text-underline-offset:.2em}a:hover{text-decoration-thickness:2px;text-decoration-color:currentColor}
label,legend{display:block;font-weight:600;padding:0}
fieldset{border:0;margin:0 0 1.25rem;padding:0;min-width:0}
.hint{display:block;font-weight:400;color:var(--ink-2);font-size:.9375rem;line-height:1.6}
.field{margin-bottom:1.25rem}
input[type=text],input[type=password],select{width:100%;max-width:26rem;min-height:3rem;margin-top:.25rem;padding:.5rem .75rem;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--edge);border-radius:3px}
[aria-invalid=true]{border-color:var(--vermilion)!important;box-shadow:0 0 0 1px var(--vermilion)}
.btn{display:inline-flex;align-items:center;justify-content:center;min-height:3rem;padding:.5rem 1.5rem;font:600 1.0625rem/1.4 var(--sans);color:#fff;background:var(--banyan);border:1px solid var(--banyan);border-radius:3px;cursor:pointer;text-decoration:none}
.btn:hover{background:var(--deep)}
.btn-2{background:var(--surface);color:var(--banyan)}.btn-2:hover{background:var(--tint)}
.btn-3{background:none;border-color:transparent;color:var(--banyan);text-decoration:underline;text-underline-offset:.2em;padding-inline:.75rem}.btn-3:hover{background:var(--tint)}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.5rem}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 6px var(--honey)}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--surface);padding:.75rem 1rem;z-index:1}
.note{border-left:4px solid var(--banyan);background:var(--tint);padding:.75rem 1rem;margin:0 0 1.5rem;border-radius:0 3px 3px 0}
.note p:last-child{margin:0}
.bad{border-color:var(--vermilion);background:var(--vtint)}.wait{border-color:var(--ochre);background:var(--otint)}
.tag{display:inline-block;font-family:var(--sans);font-size:.875rem;line-height:1.5;vertical-align:.15em;color:var(--ink-2);border:1px solid var(--rule);background:var(--surface);border-radius:3px;padding:0 .5rem;font-weight:400;white-space:nowrap}
.people{list-style:none;margin:0 0 1.5rem;padding:0;display:grid;gap:.5rem}
.people button{width:100%;height:100%;min-height:3.5rem;text-align:left;font:inherit;color:inherit;background:var(--surface);border:1px solid var(--rule);border-radius:6px;padding:.5rem 1rem;cursor:pointer;display:flex;flex-direction:column;justify-content:flex-start}
.people button:hover{border-color:var(--banyan);background:var(--tint)}
.card{background:var(--surface);border:1px solid var(--rule);border-radius:6px;padding:.75rem 1rem}.card a{display:flex;flex-wrap:wrap;gap:.5rem;min-height:2.75rem;align-items:center}
.plain{list-style:none;margin:0;padding:0;columns:16em}.plain a{display:inline-block;padding-block:.5rem}
.people b{font-weight:600;overflow-wrap:anywhere}.people .hint{overflow-wrap:anywhere}
.pick label{display:flex;gap:.75rem;align-items:flex-start;border:1px solid var(--edge);border-radius:6px;background:var(--surface);padding:.75rem 1rem;margin-bottom:.5rem;cursor:pointer}
.pick label:has(:checked){border-color:var(--banyan);background:var(--tint)}
.pick{max-width:36rem}.pick legend{margin-bottom:.5rem}.pick input{flex:none;width:1.375rem;height:1.375rem;margin:.2rem 0 0;accent-color:var(--banyan)}
dl{margin:0 0 1.5rem}dt{color:var(--ink-2);font-size:.9375rem}dd{margin:0 0 .5rem;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;font-size:.9375rem;line-height:1.6}th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--rule)}th{font-weight:600}

.thread{list-style:none;margin:0;padding:0;max-width:26rem}
.thread li{background:var(--surface);border:1px solid var(--rule);border-radius:6px 6px 6px 0;padding:.75rem 1rem;margin-bottom:1rem;overflow-wrap:anywhere;white-space:pre-wrap}
.thread time{display:block;color:var(--ink-2);font-size:.875rem;line-height:1.6}
.dials{list-style:none;margin:0;padding:0;display:grid;gap:1rem}
.dials>li{background:var(--surface);border:1px solid var(--rule);border-radius:6px;padding:1rem}
.to-sample{margin-bottom:1.5rem}.to-sample a{display:inline-block;padding-block:.5rem}
.nb{white-space:nowrap}.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.jump{list-style:none;margin:0 0 1.5rem;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem;font-size:.9375rem}.jump a{display:inline-block;padding-block:.625rem}
.row{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end}.row select{max-width:none;margin-top:.25rem}.row>*{flex:0 1 auto}.row label{font-size:.9375rem}
.state{font-weight:600}
footer{background:var(--deep);color:#fff;font-size:.9375rem}footer .wrap{padding-block:1.5rem}footer p{margin:0}footer a{color:#fff}
@media(min-width:45em){.wrap{padding-inline:2rem}h1{font-size:2.625rem}.people{grid-template-columns:1fr 1fr}}
@media(min-width:65em){.to-sample{display:none}.cols{display:grid;grid-template-columns:24rem 1fr;gap:3rem}.cols .sec{margin-top:0;border-top:0;padding-top:0;border-left:1px solid var(--rule);padding-left:3rem}.people{grid-template-columns:1fr 1fr 1fr}.cols .people{grid-template-columns:1fr 1fr}.dials{grid-template-columns:1fr 1fr}}
@media(max-width:45em){table,tbody,tr,th,td{display:block;border:0;padding:0}thead{position:absolute;clip-path:inset(50%)}tr{border:1px solid var(--rule);border-radius:6px;background:var(--surface);padding:.75rem 1rem;margin-bottom:.75rem}td{display:flex;gap:1rem}td::before{content:attr(data-h);flex:0 0 5em;color:var(--ink-2)}.acts .btn{width:100%}}
@media(forced-colors:active){.note,.people button,.btn{border:1px solid}}
`

const MARK = html`<svg viewBox="0 0 32 32" aria-hidden="true" focusable="false"><path d="M3 14v-4M7 22V6M11.500 27V4M16 29V3M20.500 29V4M25 21V6M29 14v-4" fill="none" stroke="currentColor" stroke-width="2.400" stroke-linecap="round"/></svg>`

const WORDS = {
  zh: {
    skip: '跳到正文',
    mark: '沙盒 · 示例',
    band: '沙盒 · 示例。人、单位、号码全是虚构的，这里的操作不产生任何法律效力。',
  },
  en: {
    skip: 'Skip to content',
    mark: 'Sandbox sample',
    band: 'Sandbox sample. Every person, body and number here is invented; nothing done here has legal effect.',
  },
}

export interface PageParts {
  title: string
  /** The neighbour's name beside the mark. */
  neighbour: string
  body: Html
  language?: Language
  /** Where the mark leads; none on pages of a sign-in in progress. */
  home?: string | null
}

/** A whole document of the sandbox. It loads nothing and runs no script. */
export function page({ title, neighbour, body, language = 'zh', home = '/' }: PageParts): string {
  const words = WORDS[language]
  const brand = html`${MARK}<b>榕办</b><span>${neighbour}</span>`
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${neighbour}</title>
<meta name="theme-color" content="#FAF7F1">
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header><div class="band"><div class="wrap">${words.band}</div></div>
<div class="top"><div class="wrap">${home === null ? html`<span class="brand">${brand}</span>` : html`<a class="brand" href="${home}">${brand}</a>`}</div></div></header>
<main id="main" tabindex="-1"><div class="wrap">${body}</div></main>
<footer><div class="wrap"><p>${neighbour} · ${words.mark}</p></div></footer>
</body>
</html>
`.text
}

/** The moment as people in Fuzhou write it, e.g. 11月23日 20:05. */
export function momentText(moment: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(moment)
  const part = (type: string) => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('month')}月${part('day')}日 ${part('hour')}:${part('minute')}`
}

/**
 * A table that becomes cards on a phone. The roles are written out because changing `display` takes them away. The first cell of a
 * row is its header.
 */
export function cardTable(heads: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<table role="table"><thead role="rowgroup"><tr role="row">${heads.map((h) => html`<th role="columnheader" scope="col">${h}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
    ([first, ...rest]) =>
      html`<tr role="row"><th role="rowheader" scope="row">${first}</th>${rest.map((cell, i) => html`<td role="cell" data-h="${heads[i + 1]}"><span>${cell}</span></td>`)}</tr>`,
  )}</tbody></table>`
}
