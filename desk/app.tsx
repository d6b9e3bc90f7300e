import { lazy, Suspense, useEffect } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { Refused } from './api.ts'
import { Empty, Failed, Waiting } from './parts/states.tsx'
import {
  answersQuestions,
  holds,
  keepsBookings,
  keepsItems,
  type Officer,
  seesTheCity,
  useOfficer,
  worksOnDossiers,
} from './session.ts'
import { Shell } from './shell/shell.tsx'
import { signInAddress } from './signed-out.ts'

const Worklist = lazy(() => import('./worklist/page.tsx'))
const DossierPage = lazy(() => import('./dossier/page.tsx'))
const CorrectionPage = lazy(() => import('./correction/page.tsx'))
const ChangeList = lazy(() => import('./changes/list.tsx'))
const ChangeRecord = lazy(() => import('./changes/record.tsx'))
const EnquiryList = lazy(() => import('./enquiries/list.tsx'))
const EnquiryRecord = lazy(() => import('./enquiries/record.tsx'))
const Bookings = lazy(() => import('./bookings/page.tsx'))
const BookingHours = lazy(() => import('./bookings/hours.tsx'))
const ItemList = lazy(() => import('./items/list.tsx'))
const ItemEditor = lazy(() => import('./items/editor.tsx'))
const ItemVersions = lazy(() => import('./items/diff-page.tsx'))
const ImportPage = lazy(() => import('./items/transfer/import.tsx'))
const ImportJobPage = lazy(() => import('./items/transfer/job.tsx'))
const ExportPage = lazy(() => import('./items/transfer/export.tsx'))
const NewItem = lazy(() => import('./directory/new-item.tsx'))
const Directory = lazy(() => import('./directory/page.tsx'))
const DirectoryEntry = lazy(() => import('./directory/entry.tsx'))
const DirectoryProposals = lazy(() => import('./directory/proposals.tsx'))
const DirectoryTodos = lazy(() => import('./directory/todos.tsx'))
const SearchWords = lazy(() => import('./search-words/page.tsx'))

/** The one map of the desk's addresses. */
export function App() {
  const officer = useOfficer()
  if (officer.isPending) return <Waiting what="登录信息" />
  if (officer.error instanceof Refused && officer.error.status === 401) return <ToSignIn />
  if (officer.isError)
    return <Failed what="登录信息" error={officer.error} retry={() => void officer.refetch()} />
  return (
    <Suspense fallback={<Waiting what="页面" />}>
      <Places officer={officer.data} />
    </Suspense>
  )
}

/** Nothing is open yet, so the way leads straight to the sign-in and back here. */
function ToSignIn() {
  useEffect(() => location.replace(signInAddress()), [])
  return <Waiting what="登录页" />
}

function Places({ officer }: { officer: Officer }) {
  const dossiers = worksOnDossiers(officer)
  const items = keepsItems(officer)
  if (!dossiers && !items) return <NoPost officer={officer} />
  return (
    <Routes>
      {dossiers && (
        <>
          <Route path="/worklist" element={<Worklist officer={officer} />} />
          <Route path="/dossiers/:id" element={<DossierPage officer={officer} />} />
          <Route path="/dossiers/:id/correction" element={<CorrectionPage officer={officer} />} />
        </>
      )}
      {answersQuestions(officer) && (
        <>
          <Route path="/enquiries" element={<EnquiryList officer={officer} />} />
          <Route path="/enquiries/:id" element={<EnquiryRecord officer={officer} />} />
        </>
      )}
      {keepsBookings(officer) && (
        <>
          <Route path="/bookings" element={<Bookings officer={officer} />} />
          <Route path="/bookings/hours" element={<BookingHours officer={officer} />} />
        </>
      )}
      {items && (
        <>
          <Route path="/items" element={<ItemList officer={officer} />} />
          <Route path="/items/new" element={<NewItem officer={officer} />} />
          <Route path="/items/import" element={<ImportPage officer={officer} />} />
          <Route path="/items/import/:id" element={<ImportJobPage officer={officer} />} />
          <Route path="/items/export" element={<ExportPage officer={officer} />} />
          <Route path="/items/:id" element={<ItemEditor officer={officer} />} />
          <Route path="/items/:id/versions" element={<ItemVersions officer={officer} />} />
          <Route path="/directory" element={<Directory officer={officer} />} />
          <Route path="/directory/proposals" element={<DirectoryProposals officer={officer} />} />
          <Route path="/directory/todos" element={<DirectoryTodos officer={officer} />} />
          <Route path="/directory/:code" element={<DirectoryEntry officer={officer} />} />
          {seesTheCity(officer) && <Route path="/search-words" element={<SearchWords officer={officer} />} />}
          <Route path="/changes" element={<ChangeList officer={officer} />} />
          <Route path="/changes/:id" element={<ChangeRecord officer={officer} />} />
        </>
      )}
      <Route path="/" element={<Navigate to={firstPage(officer)} replace />} />
      <Route path="*" element={<Nowhere officer={officer} />} />
    </Routes>
  )
}

/** What waits for them first: dossiers, the drafts of a clerk, or the changes that want a signature. */
function firstPage(officer: Officer): string {
  if (worksOnDossiers(officer)) return '/worklist'
  return holds(officer, 'clerk') ? '/items' : '/changes'
}

function NoPost({ officer }: { officer: Officer }) {
  const waiting = officer.posts.length > 0
  return (
    <Shell officer={officer} crumbs={[{ label: '工作台' }]}>
      <h1 className="vh">工作台</h1>
      <Empty title={waiting ? '岗位培训还没有登记，先培训再上岗。' : '还没有设岗位。'}>
        {waiting ? '培训完成后由本部门登记，登记后就能办件。' : '请本部门设定岗位。'}
      </Empty>
    </Shell>
  )
}

function Nowhere({ officer }: { officer: Officer }) {
  return (
    <Shell officer={officer} crumbs={[{ label: '没有这个页面' }]}>
      <h1 className="vh">没有这个页面</h1>
      <Empty title="没有这个页面，或者它不归你的岗位。">从左边的导航走。</Empty>
    </Shell>
  )
}
