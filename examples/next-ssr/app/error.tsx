'use client';

/** What no part of the page has taken for its own: a chain that doesn't answer is none of that. */
export default function Failed({ reset }: { readonly error: Error; readonly reset: () => void }) {
  return (
    <>
      <h1>This page failed</h1>
      <p>The server’s log says why.</p>
      <button type="button" onClick={reset}>
        Try again
      </button>
    </>
  );
}
