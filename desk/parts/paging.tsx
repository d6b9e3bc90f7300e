import { Link } from 'react-router'

/** At the end of a list's foot: how many there are, where in them one is, and the ways on. */
export function Paging({
  total,
  unit,
  page,
  pageSize,
  address,
}: {
  total: number
  /** 个, 件, 组: what is counted in. */
  unit: string
  page: number
  pageSize: number
  address: (page: number) => string
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return (
    <>
      <span>
        共 {total} {unit}
        {pages > 1 && `，第 ${page}/${pages} 页`}
      </span>
      {page > 1 && <Link to={address(page - 1)}>上一页</Link>}
      {page < pages && <Link to={address(page + 1)}>下一页</Link>}
    </>
  )
}
