import { Segmented } from 'antd'
import { useEffect, useState } from 'react'
import type { DossierRecord, MaterialView } from '../../src/casework/api/contract.ts'
import { dayTime } from '../dates.ts'
import { Changed } from '../parts/changed.tsx'
import { Pane } from '../parts/pane.tsx'
import { useKeys } from '../shell/keys.ts'
import { FaultForm } from './fault-form.tsx'
import { ActRefused } from './refused.tsx'
import { useAct } from './use-act.ts'
import { SOURCE_NAMES } from './words.ts'

type Verdict = { materialKey: string; verdict: 'ok' | 'fault'; problem: string; cure: string }

/** What is looked at: the form, or one material as it was handed in, with its verdict above it. */
export function Viewer({ record, material }: { record: DossierRecord; material: MaterialView | undefined }) {
  return material ? (
    <Material key={material.key} record={record} material={material} />
  ) : (
    <FormView record={record} />
  )
}

function Material({ record, material }: { record: DossierRecord; material: MaterialView }) {
  const judge = useAct<Verdict>(record, 'material-verdicts')
  const may = record.acts.includes('judge-material')
  const [faulty, setFaulty] = useState(material.verdict === 'fault')
  const [shown, setShown] = useState(material.revision)
  const revision = [material, ...material.earlier].find((r) => r.revision === shown) ?? material
  useEffect(() => setFaulty(material.verdict === 'fault'), [material.verdict])
  const good = () => {
    setFaulty(false)
    judge.mutate({ materialKey: material.key, verdict: 'ok', problem: '', cure: '' })
  }
  useKeys(may ? { '1': good, '2': () => setFaulty(true) } : {})

  return (
    <>
      <div className="viewbar">
        <h2>{material.name}</h2>
        <span className={material.source === 'licence' ? 'tag ok' : 'tag'}>
          {material.source === 'licence' ? '证照库调取，申请人免交' : SOURCE_NAMES[material.source]}
        </span>
        <span className="tiny mute wide-only">{dayTime(revision.at)}</span>
        {material.earlier.length > 0 && (
          <select
            className="pick"
            aria-label="看哪一次交的"
            value={shown}
            onChange={(e) => setShown(Number(e.target.value))}
          >
            {[material, ...material.earlier.toReversed()].map((r) => (
              <option key={r.revision} value={r.revision}>
                第 {r.revision} 次交
              </option>
            ))}
          </select>
        )}
        <span className="spring" />
        {may && (
          <Segmented
            className={faulty ? 'fault' : ''}
            size="small"
            aria-label={`${material.name}的结论`}
            value={faulty ? 'fault' : material.verdict === 'ok' ? 'ok' : ''}
            options={[
              { value: 'ok', label: '合格' },
              { value: 'fault', label: '须补正' },
            ]}
            onChange={(value) => (value === 'ok' ? good() : setFaulty(true))}
          />
        )}
      </div>
      {judge.error && <ActRefused error={judge.error} dossierId={record.dossierId} />}
      {may && faulty && <FaultForm record={record} material={material} />}
      {!may && material.verdict === 'fault' && (
        <p className="faultnote">
          须补正：{material.problem}　<span className="mid">{material.cure}</span>
        </p>
      )}
      <FileView record={record} material={material} revision={revision} />
    </>
  )
}

function FileView({
  record,
  material,
  revision,
}: {
  record: DossierRecord
  material: MaterialView
  revision: { fileId: string | null; fileName: string; mediaType: string }
}) {
  const address = revision.fileId ? `/api/dossiers/${record.dossierId}/files/${revision.fileId}` : null
  const standard = material.standard && <p className="standard">受理标准：{material.standard}</p>
  if (address && revision.mediaType === 'application/pdf') {
    return (
      <div className="canvas full">
        {standard}
        <iframe className="paperframe" title={`${material.name} 原件`} src={address} />
        <p className="small mute openout">
          {revision.fileName}　
          <a href={address} target="_blank" rel="noreferrer">
            在新窗口看
          </a>
        </p>
      </div>
    )
  }
  return (
    <Pane className="canvas" label={`${material.name} 原件`}>
      {standard}
      {address && revision.mediaType.startsWith('image/') && (
        <img className="photo" src={address} alt={`${material.name}：${revision.fileName}`} />
      )}
      {address && !revision.mediaType.startsWith('image/') && (
        <p className="sheetnote">
          {revision.fileName} 不能在页面里看。<a href={address}>下载</a>
        </p>
      )}
      {material.licence && <LicenceFace name={material.name} fields={material.licence} />}
      {material.source === 'courier' && <p className="sheetnote">申请人说这份材料邮寄原件，收到后再看。</p>}
    </Pane>
  )
}

function LicenceFace({ name, fields }: { name: string; fields: { label: string; value: string }[] }) {
  return (
    <article className="licenceface" aria-label={`${name}照面`}>
      <p className="title">{name}</p>
      <p className="small">电子证照，示例</p>
      <dl>
        {fields.map((f) => (
          <div key={f.label}>
            <dt>{f.label}</dt>
            <dd>{f.value}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

function FormView({ record }: { record: DossierRecord }) {
  const differing = new Map(
    record.differences.filter((d) => d.outcome === 'differs').map((d) => [d.field, d]),
  )
  return (
    <>
      <div className="viewbar">
        <h2>申请表</h2>
        <span className="tag">{record.channel}填写</span>
        <span className="tiny mute">{dayTime(record.submittedAt)} 提交，声明真实</span>
      </div>
      <Pane className="canvas" label="申请表">
        <div className="formsheet">
          {record.form.groups.length === 0 && <p className="mute">这个事项没有要填的表。</p>}
          {record.form.groups.map((g) => (
            <section key={g.title}>
              <h3>{g.title}</h3>
              <dl>
                {g.fields.map((f) => {
                  const differs = differing.get(f.key)
                  // Of a field of several parts the table of differences tells which.
                  const partly = [...differing.keys()].some((key) => key.startsWith(`${f.key}.`))
                  return (
                    <div key={f.key} id={`field-${f.key}`}>
                      <dt>{f.label}</dt>
                      <dd>
                        {f.before !== null && <s className="oldtext">{f.before || '没有填'}</s>}{' '}
                        {differs ? (
                          <Changed text={f.value} against={differs.registered ?? ''} />
                        ) : (
                          <span className={f.before !== null ? 'newtext' : ''}>{f.value || '没有填'}</span>
                        )}
                        {f.unit && f.value && ` ${f.unit}`}
                        {(differs || partly) && <span className="tiny warn-ink">　与登记不一致</span>}
                      </dd>
                    </div>
                  )
                })}
              </dl>
            </section>
          ))}
          {record.situation && <Situation chosen={record.situation} />}
          <section>
            <h3>申请人</h3>
            <dl>
              <div>
                <dt>证件号</dt>
                <dd>{record.applicant.idMasked}</dd>
              </div>
              <div>
                <dt>手机</dt>
                <dd>{record.applicant.phoneMasked || '没有留'}</dd>
              </div>
            </dl>
          </section>
        </div>
      </Pane>
    </>
  )
}

/** 所选情形: what the applicant answered before applying, and what the guide asks for that was left out because of it. */
function Situation({ chosen }: { chosen: NonNullable<DossierRecord['situation']> }) {
  const leftOut = [
    ...chosen.materialsLeftOut.map((m) => ({ ...m, what: '因此不要求' })),
    ...chosen.stepsLeftOut.map((step) => ({ ...step, what: '因此不经过' })),
    ...chosen.feesLeftOut.map((fee) => ({ ...fee, what: '因此不收' })),
  ]
  return (
    <section>
      <h3>所选情形</h3>
      <dl>
        {chosen.answers.map(({ question, answer }) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
        {chosen.failed.map(({ condition, why }) => (
          <div key={condition + why}>
            <dt>按回答不符合</dt>
            <dd className="warn-ink">
              {condition}。{why}
            </dd>
          </div>
        ))}
        {leftOut.map(({ name, why, what }) => (
          <div key={what + name}>
            <dt>{what}</dt>
            <dd>
              {name}
              {why && <span className="mute">　{why}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
