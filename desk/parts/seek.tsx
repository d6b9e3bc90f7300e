/** The field above a list in which one looks for some of it; what is asked for lives in the address. */
export function Seek({
  label,
  placeholder,
  q,
  onSeek,
}: {
  label: string
  placeholder: string
  q: string
  onSeek: (q: string) => void
}) {
  return (
    <form
      className="seek"
      onSubmit={(event) => {
        event.preventDefault()
        onSeek(String(new FormData(event.currentTarget).get('q') ?? '').trim())
      }}
    >
      <input key={q} name="q" type="search" aria-label={label} placeholder={placeholder} defaultValue={q} />
    </form>
  )
}
