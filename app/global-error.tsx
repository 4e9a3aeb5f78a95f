"use client";

/** When even the frame could not be drawn: nothing is imported here that could fail as well. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main role="alert">
          <h1>Candor could not show this page</h1>
          <p>Nothing of yours was lost. Try again in a moment{error.digest ? `; if it stays, tell your admin this number: ${error.digest}` : ""}.</p>
          <button type="button" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
