/**
 * A one-page PDF of lines of Chinese text, made by hand: for the sample licences that the platform holds from other organs. The font
 * is not embedded (the reader's own Song face is used), which is enough for a sample and needs no dependency.
 */
const A4 = { width: 595, height: 842 }
const MARGIN = 72

/** UTF-16BE in hexadecimal, as a PDF string for the encoding UniGB-UCS2-H. */
function hex(text: string): string {
  return `<${[...Buffer.from(text, 'utf16le').swap16()].map((b) => b.toString(16).padStart(2, '0')).join('')}>`
}

export function samplePdf(title: string, lines: readonly string[]): Buffer {
  const text = [
    'BT',
    `/F1 26 Tf ${(A4.width - title.length * 26) / 2} ${A4.height - 150} Td ${hex(title)} Tj`,
    'ET',
    ...lines.map((line, i) => `BT /F1 13 Tf ${MARGIN} ${A4.height - 220 - i * 26} Td ${hex(line)} Tj ET`),
    `0.12 0.35 0.27 RG 1.5 w 48 48 ${A4.width - 96} ${A4.height - 96} re S 0.75 w 54 54 ${A4.width - 108} ${A4.height - 108} re S`,
  ].join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (zh-CN) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 752 /Descent -271 /CapHeight 737 /StemV 58 >>',
  ]
  let out = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [i, object] of objects.entries()) {
    offsets.push(Buffer.byteLength(out))
    out += `${i + 1} 0 obj\n${object}\nendobj\n`
  }
  const start = Buffer.byteLength(out)
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(out)
}
