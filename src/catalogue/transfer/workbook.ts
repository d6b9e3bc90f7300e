import type { PackedFile } from './pack.ts'
import type { TableRow } from './tables.ts'

/** The parts of a workbook (ECMA-376) of plain tables, written row by row, so that none of it need be in memory whole. */

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what they are
const UNWRITABLE = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const written = (text: string): string =>
  text.replace(UNWRITABLE, '').replace(/[&<>\r]/g, (sign) => SIGNS[sign]!)

/**
 * Rows of a sheet, the first of them under this number (the head has 1). Every cell is text, so that no code loses its zeros, no
 * date turns into a number, and nothing runs.
 */
export const sheetRows = (columns: readonly string[], rows: readonly TableRow[], from: number): string =>
  rows
    .map((row, i) =>
      rowOf(
        columns.map((c) => row[c] ?? ''),
        from + i,
        1,
      ),
    )
    .join('')

const rowOf = (texts: readonly string[], no: number, style: 1 | 2): string => {
  const cells = texts.map((text, i) =>
    text === ''
      ? ''
      : `<c r="${letters(i)}${no}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${written(text)}</t></is></c>`,
  )
  return `<row r="${no}">${cells.join('')}</row>`
}

/** A to Z, then AA and so on. */
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** Which sheet it is, and its rows below the head. */
export interface Sheet {
  name: string
  columns: readonly string[]
  rows: AsyncIterable<Uint8Array>
}

/** All that lies in the package of a workbook. */
export function workbookFiles(sheets: readonly Sheet[]): PackedFile[] {
  const numbered = sheets.map((sheet, i) => ({ ...sheet, no: i + 1 }))
  const each = (write: (sheet: { name: string; no: number }) => string) => numbered.map(write).join('')
  const part = (name: string, text: string): PackedFile => ({
    name,
    deflate: true,
    content: bytes(XML + text),
  })
  return [
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${each(
        ({ no }) =>
          `<Override PartName="/xl/worksheets/sheet${no}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
      )}</Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(
        ({ name, no }) => `<sheet name="${written(name)}" sheetId="${no}" r:id="r${no}"/>`,
      )}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${each(
        ({ no }) =>
          `<Relationship Id="r${no}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${no}.xml"/>`,
      )}<Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ),
    part('xl/styles.xml', STYLES),
    ...numbered.map(({ no, columns, rows }) => ({
      name: `xl/worksheets/sheet${no}.xml`,
      deflate: true,
      content: sheet(columns, rows),
    })),
  ]
}

/** 0 as it comes, 1 text (format 49), 2 the same in bold for heads. */
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/><xf xfId="0" numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs></styleSheet>`

async function* sheet(
  columns: readonly string[],
  rows: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  yield* bytes(
    `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowOf(columns, 1, 2)}`,
  )
  yield* rows
  yield* bytes('</sheetData></worksheet>')
}

async function* bytes(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text)
}
