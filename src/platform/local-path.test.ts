import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localPath } from './local-path.ts'

test('a path of our own is followed, with its question and its mark', () => {
  for (const path of ['/', '/apply/1?step=2#m1', '/my', '/desk/dossiers/1', '/items/%E9%A3%9F'])
    assert.equal(localPath(path, '/'), path)
})

test('an address of another site is never followed, however it is disguised', () => {
  const disguised = [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '',
    undefined,
    ['/my'],
    `/${'a'.repeat(3000)}`,
  ]
  for (const wanted of disguised) assert.equal(localPath(wanted, '/home'), '/home', String(wanted))
})

test('whatever is asked, a browser that resolves the answer stays with us', () => {
  const us = 'https://rongban.example'
  const bits = fc.array(
    fc.constantFrom('/', '\\', '\t', '.', '..', ':', '@', '?', '#', 'evil.example', 'a'),
    {
      maxLength: 12,
    },
  )
  fc.assert(
    fc.property(bits, (parts) => {
      assert.equal(new URL(localPath(parts.join(''), '/'), us).origin, us)
    }),
    { numRuns: 2000 },
  )
})
