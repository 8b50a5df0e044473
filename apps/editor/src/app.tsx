/** The editor. */
export function App() {
  return <main>Pipit</main>;
}
