/** Over HTTPS the cookie has a name that no other site can plant; on plain http://localhost it has a plain one. */
const names = ['__Host-pipit_csrf', 'pipit_csrf'];

/** The word that proves to the server that a request comes from a page of ours; null when nobody is signed in. */
export function csrfToken(): string | null {
  const cookies = document.cookie.split('; ').map((pair) => pair.split('='));
  for (const name of names) {
    const value = cookies.find(([key]) => key === name)?.[1];
    if (value) return value;
  }
  return null;
}
