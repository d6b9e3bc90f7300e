import { Button, Drawer, Segmented } from 'antd'
import { useState } from 'react'

/** 按申请人样子看: the hall's own guide page of the saved draft, on a phone or wide. Its links lead nowhere, but within the page. */
export function GuidePreview({
  itemId,
  stops,
  ready,
}: {
  itemId: string
  /** How much still stops publication. */
  stops: number
  /** Saves what is unsaved: the preview is of what the server has. */
  ready?: () => Promise<unknown>
}) {
  const [open, setOpen] = useState(false)
  const [wide, setWide] = useState(false)
  const [english, setEnglish] = useState(false)
  const show = () => void (ready?.() ?? Promise.resolve()).then(() => setOpen(true))
  return (
    <>
      <Button onClick={show}>按申请人样子看</Button>
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        size={wide ? 1120 : 460}
        title="预览指南"
        destroyOnHidden
        styles={{ body: { padding: 0, overflow: 'hidden' } }}
        extra={
          <span className="row">
            <Segmented
              size="small"
              aria-label="在什么屏上看"
              value={wide ? 'wide' : 'phone'}
              options={[
                { value: 'phone', label: '手机' },
                { value: 'wide', label: '电脑' },
              ]}
              onChange={(v) => setWide(v === 'wide')}
            />
            <Segmented
              size="small"
              aria-label="文字"
              value={english ? 'en' : 'zh'}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(v) => setEnglish(v === 'en')}
            />
          </span>
        }
      >
        <div className="guidepreview">
          {stops > 0 && (
            <p className="note warn previewnote">
              还拦住 {stops} 项。没写的地方按没有显示，例如没写材料的显示不用交材料。
            </p>
          )}
          <iframe
            className="paperframe"
            src={`/desk-preview/items/${itemId}/guide?lang=${english ? 'en' : 'zh'}`}
            title="指南预览"
            sandbox="allow-same-origin allow-scripts"
            onLoad={(event) => holdLinks(event.currentTarget.contentDocument)}
          />
        </div>
      </Drawer>
    </>
  )
}

/** A draft has no addresses yet: nothing in the preview leads on, only to another part of the same page. */
function holdLinks(page: Document | null): void {
  page?.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    const within = link?.getAttribute('href')?.startsWith('#')
    if (link && !within) event.preventDefault()
  })
  page?.addEventListener('submit', (event) => event.preventDefault())
}
