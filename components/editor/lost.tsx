"use client";

import { useState } from "react";
import { paths } from "../../lib/paths";
import { Banner } from "../ui/banner";
import { Button, ButtonLink } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { type DocumentConnection, useDocumentState } from "../../lib/collab/client";

interface Props {
  connection: DocumentConnection;
  /** Something stands in the text that this editor cannot read. */
  isForeign: boolean;
}

/** Where one cannot go on writing: why, what was kept, and what to do. */
export function Lost({ connection, isForeign }: Props) {
  const state = useDocumentState(connection);
  switch (isForeign ? "outdated" : state.connection) {
    case "gone":
      return <Gone connection={connection} />;
    case "signed_out":
      return (
        <Banner
          role="alert"
          tone="caution"
          title="You are signed out"
          actions={<ButtonLink href={paths.signIn(location.pathname)}>Sign in</ButtonLink>}
          className="mb-4"
        >
          What you wrote is kept in this browser, and is sent when you are back.
        </Banner>
      );
    case "outdated":
      return (
        <Banner
          role="alert"
          tone="caution"
          title="Candor was renewed meanwhile"
          actions={<Button onClick={() => location.reload()}>Load the page again</Button>}
          className="mb-4"
        >
          This page is of an older edition, and could damage what newer ones write. Nothing is lost: what you wrote is kept in this browser and is sent by the
          new page.
        </Banner>
      );
    case "full":
      return (
        <Banner
          role="alert"
          tone="caution"
          title="There is no room for more"
          className="mb-4"
          actions={<Button onClick={() => location.reload()}>Try again</Button>}
        >
          Too many have this document open at once, or it has grown to its limit. What you wrote is kept in this browser.
        </Banner>
      );
    default:
      return null;
  }
}

/** Access ended while it was open. What had not been sent is theirs, and is offered before it goes from this browser. */
function Gone({ connection }: { connection: DocumentConnection }) {
  const [text] = useState(() => connection.unsentText());
  const leave = () => location.assign(paths.incidents());
  return (
    <Dialog
      open
      onClose={leave}
      title="This incident is no longer open to you"
      description="Somebody changed who may see it, or your role. The document is closed in this browser."
      footer={
        <>
          {text ? <CopyButton wide text={text} label="Copy what you wrote" /> : null}
          <Button variant="primary" onClick={leave}>
            Go to the incidents
          </Button>
        </>
      }
    >
      {text ? (
        <>
          <p className="mb-2">This was written here and had not reached the server. Copy it if you need it; it is not kept.</p>
          <textarea
            readOnly
            value={text}
            rows={8}
            aria-label="What was not sent"
            className="w-full rounded-md border border-edge bg-raised p-3 font-serif text-16"
          />
        </>
      ) : (
        <p>All that you wrote had reached the server.</p>
      )}
    </Dialog>
  );
}
