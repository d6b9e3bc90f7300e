import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnPath } from './return-path.ts'

test('a sign-in leads back to where it was asked for, and never to another site', () => {
  assert.equal(returnPath('/apply/1?step=2#m1', '/'), '/apply/1?step=2#m1')
  assert.equal(returnPath('//evil.example', '/my'), '/my')
})

test('a sign-in never leads back into itself', () => {
  for (const wanted of [
    '/sign-in',
    '/sign-in?to=/my',
    '/sign-in/callback?code=1',
    '/desk/sign-in',
    '/sign-out',
  ])
    assert.equal(returnPath(wanted, '/'), '/')
})
