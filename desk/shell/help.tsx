import { Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { keysAreOn, setKeys } from './keys.ts'

const KEYS: [string, [string, string][]][] = [
  [
    '到处',
    [
      ['/', '搜索'],
      ['G 再按 W D S Q I E', '去待办、部门在办、已办结、咨询、事项目录、变更'],
      ['[', '收起、展开导航'],
      ['?', '快捷键'],
      ['Esc', '关一层'],
    ],
  ],
  [
    '列表',
    [
      ['J K', '下、上一件'],
      ['Enter', '打开'],
      ['空格', '预览'],
      ['N', '办下一件'],
      ['1–6', '换筛选'],
    ],
  ],
  [
    '办件',
    [
      ['N', '下一份没看的材料'],
      ['1 2', '合格、须补正'],
      ['J K', '下、上一件'],
      ['A', '到这一步的按钮'],
      ['C', '去写补正'],
    ],
  ],
  [
    '咨询',
    [
      ['R', '写答复'],
      ['J K', '下、上一个'],
      ['N', '答下一个'],
    ],
  ],
  [
    '写',
    [
      ['Ctrl S', '存下'],
      ['Ctrl Enter', '发出（都从预览发）'],
    ],
  ],
]

export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [on, setOn] = useState(keysAreOn)
  return (
    <Modal open={open} onCancel={onClose} footer={null} title="快捷键" width={640}>
      <div className="keyhelp">
        {KEYS.map(([where, list]) => (
          <section key={where}>
            <h3>{where}</h3>
            <dl>
              {list.map(([keys, does]) => (
                <div key={keys}>
                  <dt>
                    {keys
                      .split(' ')
                      .map((k) => (/^[一-鿿]/.test(k) && k !== '空格' ? k : <kbd key={k}>{k}</kbd>))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        checked={on}
        onChange={(e) => {
          setKeys(e.target.checked)
          setOn(e.target.checked)
        }}
      >
        用单个字母做快捷键
      </Checkbox>
    </Modal>
  )
}
