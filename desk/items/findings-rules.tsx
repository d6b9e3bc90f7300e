import { useQuery } from '@tanstack/react-query'
import { Drawer } from 'antd'
import { useState } from 'react'
import type { FindingAnswer } from '../../src/catalogue/api/contract.ts'
import type { GateRules } from '../../src/catalogue/api/versions-contract.ts'
import { get } from '../api.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Waiting } from '../parts/states.tsx'

/** 发布规则: the whole table, opened from the findings; the rules that are broken now are marked. */
export function RulesDrawer({ findings }: { findings: FindingAnswer[] }) {
  const [open, setOpen] = useState(false)
  const rules = useQuery({
    queryKey: ['gate-rules'],
    queryFn: ({ signal }) => get<GateRules>('/api/gate-rules', signal),
    enabled: open,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const broken = new Set(findings.map((f) => f.id))
  return (
    <>
      <button type="button" className="linklike small" onClick={() => setOpen(true)}>
        发布规则
      </button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={720}
        title="发布规则"
        styles={{ body: { padding: 0, overflow: 'hidden' } }}
      >
        <Pane className="rulepane" label="全部发布规则">
          <p className="small mid">■ 拦住发布，▲ 只提醒。编辑、接口和导入都按这一张表检查。</p>
          {rules.isPending && <Waiting what="发布规则" />}
          {rules.isError && <Failed what="发布规则" error={rules.error} retry={() => void rules.refetch()} />}
          <div className="rulelist">
            {rules.data?.chapters.map((chapter) => (
              <section key={chapter.title}>
                <h2>{chapter.title}</h2>
                <ul>
                  {chapter.rules.map((rule) => (
                    <li key={rule.id}>
                      <span className={rule.severity === 'blocks' ? 'alarm' : 'warn-ink'}>
                        <span aria-hidden="true">{rule.severity === 'blocks' ? '■' : '▲'}</span>
                        <span className="vh">{rule.severity === 'blocks' ? '拦住' : '提醒'}</span>
                      </span>
                      <span>
                        {rule.demands}
                        {broken.has(rule.id) && <b>　现在不满足</b>}
                      </span>
                      <span className="mute">{rule.citation}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Pane>
      </Drawer>
    </>
  )
}
