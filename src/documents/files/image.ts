import { refuse } from '../../platform/refusal.ts'
import { damaged, type Look } from './look.ts'

/** A page scanned at 600 dpi has 35 million; far beyond it a small file can fill the memory of whoever opens it. */
const mostPixels = 120_000_000

function sized(width: number, height: number): Look {
  if (width === 0 || height === 0) return damaged
  if (width * height > mostPixels) {
    return refuse(
      'too-many-pixels',
      `图片有 ${width}×${height} 像素，太大了。请把扫描精度调到 300 dpi 以下，或者压缩后再传。`,
    )
  }
  return { ok: true, width, height }
}

/** PNG: the size stands in the first chunk; a file that was cut off lacks the last one. */
export function inspectPng(bytes: Buffer): Look {
  if (bytes.length < 45 || bytes.toString('latin1', 12, 16) !== 'IHDR') return damaged
  if (bytes.lastIndexOf('IEND') < 16) return damaged
  return sized(bytes.readUInt32BE(16), bytes.readUInt32BE(20))
}

/** JPEG: walk the markers to the frame header; a file that was cut off lacks the end marker FFD9. */
export function inspectJpeg(bytes: Buffer): Look {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 2) return damaged
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return damaged
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (isFrameHeader(marker)) return sized(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
    // Markers without a length of their own.
    const bare = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
    at += bare ? 2 : 2 + bytes.readUInt16BE(at + 2)
  }
  return damaged
}

/** SOF0…SOF15 but DHT (C4), JPG (C8) and DAC (CC), which share the range. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
