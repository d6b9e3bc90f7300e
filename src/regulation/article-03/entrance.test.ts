import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressIn, isOfState, oneEntrance } from './entrance.ts'

const judged = (text: string, stateSystem = '') =>
  oneEntrance({ texts: [{ place: 'conditions.0', text }], stateSystem }).ruling

test('[Art. 3.1(3)] a guide that sends applicants to another website, app or mini-programme to apply is not met', () => {
  for (const text of [
    '登录 https://www.example.com/apply 提交申请。',
    '请先关注“示例卫健”微信公众号预约。',
    '材料在示例区民政小程序上传并提交。',
    '下载示例 APP 注册后申报。',
    '申请人登录市规划局网站填报。',
    '登录示例市规划网站，填写申请表并提交。',
    '办理请到 sl.example.gov.cn。',
    '申请请进入示例市水利审批系统。',
    '在全国排污许可证管理信息平台提交申请。',
    'Please apply on www.example.com',
    'Register first in the mini-programme of the district',
  ]) {
    const ruling = judged(text)
    assert.deepEqual([ruling.clause, ruling.outcome], ['3.1(3)', 'not-met'], text)
  }
})

test('[Art. 3.1(3)] this platform, what a system only shows or hands out, and mail are no other entrance', () => {
  for (const text of [
    '在网上办事大厅申请。',
    '在本系统申请，进度在“我的”里看。',
    '缴费通过统一公共支付平台办理。',
    '通过国家企业信用信息公示系统查询登记情况。',
    '使用在线平台生成的项目代码办理。',
    '提交社保系统打印的缴费证明。',
    '在电商平台开好网店，再来申请。',
    '有疑问写信到 ask@example.gov.cn。',
    '到服务中心一楼窗口提交申请。',
    'Apply on this website or at the counter.',
    '',
  ])
    assert.equal(judged(text).outcome, 'met', text)
})

test('[Art. 3.1(3)] a system of the state or of a province is spoken of where the guide names it; one of the city is not', () => {
  const text = '在全国排污许可证管理信息平台提交申请。'
  assert.equal(judged(text, '全国排污许可证管理信息平台').outcome, 'met')
  assert.equal(judged(text, '福建省网上审批系统').outcome, 'not-met', 'another system than the named one')
  assert.equal(judged('在福州市示例审批系统提交申请。', '福州市示例审批系统').outcome, 'not-met')
  assert.deepEqual(
    ['国家医保服务平台', '福建省闽政通', '示例市水利系统', '部', '待补充', ''].map(isOfState),
    [true, true, false, false, false, false],
  )
})

test('every sentence that leads elsewhere is told with its place', () => {
  const { elsewhere } = oneEntrance({
    texts: [
      { place: 'a', text: '在示例网站申请。到窗口也可以。' },
      { place: 'b', text: '按规定办理' },
      { place: 'c', text: '先看说明\n再到示例小程序预约' },
    ],
    stateSystem: '',
  })
  assert.deepEqual(elsewhere, [
    { place: 'a', words: '在示例网站申请' },
    { place: 'c', words: '到示例小程序预约' },
  ])
})

test('an address is found in a text, mail addresses and decimals are none', () => {
  assert.equal(addressIn('见 http://www.example.com/a?b=1，或窗口'), 'http://www.example.com/a?b=1')
  assert.equal(addressIn('网址 fgw.example.gov.cn。'), 'fgw.example.gov.cn')
  for (const text of ['3.5 平方米', 'ask@example.com', 'GB 32100-2015', 'A4.doc'])
    assert.equal(addressIn(text), null)
})
