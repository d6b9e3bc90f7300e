export default function P(_: { officer: unknown }) {
  return null
}
