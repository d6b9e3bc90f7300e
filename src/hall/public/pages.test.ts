import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { articles } from '../../regulation/index.ts'
import { standingOf } from './licence-facts.ts'
import { publicHall, textOf, unmarkedChinese } from './testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

const PAGES = [
  '/',
  '/search',
  '/topics/food',
  '/topics/open-eatery',
  '/progress',
  '/verify',
  '/check/unknown',
  '/regulation',
  '/level?fn=apply-online&to=/',
  '/booking',
  '/directory',
  '/directory?only=missing&q=许可&page=2',
  '/places',
  '/ask',
  '/complaints',
  '/figures',
  '/accessibility',
  '/privacy',
  '/no-such-page',
]

test('every public page has one h1, a title, a language and no empty link', async () => {
  for (const path of PAGES) {
    const { body } = await hall.get(path)
    assert.equal(body.match(/<h1[ >]/g)?.length, 1, path)
    assert.match(body, /<html lang="zh-CN"/)
    assert.match(body, /<title>[^<]+ · 榕办<\/title>/, path)
    assert.doesNotMatch(body, /href=""|敬请期待|请稍后再试|温馨提示/, path)
  }
})

test('every public page is whole in English: what is still Chinese is marked as Chinese', async () => {
  for (const path of PAGES) {
    const { body } = await hall.get(path, { cookie: 'rb_lang=en' })
    assert.match(body, /<html lang="en"/, path)
    const chinese = unmarkedChinese(body).filter((text) => !/^榕办$| · 榕办$|^榕政办/.test(text))
    assert.deepEqual(chinese, [], path)
  }
})

test('every link of the frame leads to a page that is there', async () => {
  const { body } = await hall.get('/')
  const paths = new Set(
    [...body.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&')),
  )
  for (const path of paths) {
    if (/^\/(my|sign-in)/.test(path)) continue
    const { statusCode } = await hall.get(path)
    assert.ok(statusCode === 200 || statusCode === 303, `${path}: ${statusCode}`)
  }
})

test('长辈版 and English are kept in a cookie, and the answer only ever leads to a path of ours', async () => {
  const elder = await hall.get('/display?mode=elder&to=/progress')
  assert.equal(elder.statusCode, 303)
  assert.equal(elder.headers['location'], '/progress')
  assert.match(String(elder.headers['set-cookie']), /rb_mode=elder/)
  assert.match((await hall.get('/', { cookie: 'rb_mode=elder' })).body, /data-mode="elder"/)
  for (const to of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%0d%0a',
  ]) {
    const { headers } = await hall.get(`/display?lang=en&to=${encodeURIComponent(to)}`)
    assert.match(String(headers['location']), /^\/(?![/\\])/, to)
  }
})

test('[Art. 8.1(3)] the level page cites the clause, says what is missing and leads to the sign-in', async () => {
  const nobody = await hall.get('/level?fn=apply-online&to=/apply/x')
  assert.match(textOf(nobody.body), /“在线申报”需要中级认证/)
  assert.match(nobody.body, /href="\/sign-in\?level=2&amp;to=%2Fapply%2Fx"/)
  assert.match(nobody.body, /href="\/regulation#art-8"/)
  hall.seen.session = {
    account: { accountId: randomUUID(), subjectKind: 'person', name: '林示例' },
    level: 2,
    sessionId: 's',
  } as unknown as typeof hall.seen.session
  const enough = await hall.get('/level?fn=apply-online&to=/apply/x')
  hall.seen.session = null
  assert.equal(enough.statusCode, 303)
  assert.equal(enough.headers['location'], '/apply/x')
  const foreign = await hall.get('/level?fn=apply-online&to=//evil.example')
  assert.ok(!foreign.body.includes('evil.example'))
})

test('the rules page tells every clause of the twenty-eight articles in both languages', async () => {
  for (const lang of ['zh', 'en'] as const) {
    const text = textOf((await hall.get(`/regulation?lang=${lang}`)).body).replace(/\s/g, '')
    for (const article of articles)
      for (const clause of article.clauses)
        assert.ok(text.includes(clause.text[lang].replace(/\s/g, '')), `${clause.id} ${lang}`)
  }
})

test('assets are there, and may be kept for ever', async () => {
  const { body } = await hall.get('/')
  for (const [, href] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) {
    const asset = await hall.get(href!)
    assert.equal(asset.statusCode, 200, href)
    assert.match(String(asset.headers['cache-control']), /immutable/)
  }
  assert.equal((await hall.get('/assets/../package.json')).statusCode, 404)
})

async function licence(change: { status?: string; validUntil?: string | null } = {}) {
  const { dossier } = await hall.file('食品经营许可')
  const token = randomUUID()
  const face = [
    { label: '经营者名称', value: '陈榕生' },
    { label: '证件号码', value: '999999****0010' },
    { label: '法定代表人（负责人）', value: '陈榕生' },
    { label: '住址', value: '示例街 9 号' },
    { label: '经营项目', value: '热食类食品制售' },
  ]
  const owner = new pg.Client({ connectionString: hall.world.ownerUrl })
  await owner.connect()
  await owner.query(
    `insert into licences.licence (licence_id, identifier, dossier_id, kind, name, number, holder_account, holder_name,
       holder_code_masked, holder_code_blind, organ_id, organ_name, issued_on, valid_until, face, file_id, check_token,
       status, made_offline, sample, made_at)
     values ($1, $2, $3, 'food-licence', '食品经营许可证', 'N1', $1, '陈榕生', '999999****0010', $4, 'gl-scjg',
       '鼓楼区市场监督管理局', '2026-11-23', $5, $6, $1, $7, $8, false, true, now())`,
    [
      randomUUID(),
      `1.2.156.3005.2.${randomUUID()}`,
      dossier.dossierId,
      Buffer.from('b'),
      change.validUntil === undefined ? '2031-11-22' : change.validUntil,
      JSON.stringify(face),
      token,
      change.status ?? 'valid',
    ],
  )
  await owner.end()
  return token
}

test('whoever scans a licence sees whether it holds, and no name, number or address of a person', async () => {
  const { body, statusCode } = await hall.get(`/check/${await licence()}`)
  assert.equal(statusCode, 200)
  const text = textOf(body)
  assert.match(text, /证照是真的，现在有效/)
  assert.match(text, /1\.2\.156\.3005\.2\./)
  assert.match(text, /测试签章/)
  assert.match(text, /陈\*生/)
  assert.match(text, /热食类食品制售/)
  for (const personal of ['陈榕生', '999999', '示例街']) assert.ok(!body.includes(personal), personal)
})

test('an expired or revoked licence says so; a code that is not ours says that', async () => {
  assert.match(
    textOf((await hall.get(`/check/${await licence({ validUntil: '2026-11-22' })}`)).body),
    /已经过期/,
  )
  assert.match(
    textOf((await hall.get(`/check/${await licence({ status: 'revoked' })}`)).body),
    /已被吊销、撤销或注销/,
  )
  const unknown = await hall.get('/check/not-a-token')
  assert.equal(unknown.statusCode, 404)
  assert.match(textOf(unknown.body), /没有查到这本证照/)
})

test('a licence holds through its last day; what was revoked stays so', () => {
  assert.equal(standingOf({ status: 'valid', validUntil: '2026-11-23' }, '2026-11-23'), 'valid')
  assert.equal(standingOf({ status: 'valid', validUntil: '2026-11-22' }, '2026-11-23'), 'expired')
  assert.equal(standingOf({ status: 'valid', validUntil: null }, '2099-01-01'), 'valid')
  assert.equal(standingOf({ status: 'revoked', validUntil: '2026-11-22' }, '2026-11-23'), 'revoked')
})
