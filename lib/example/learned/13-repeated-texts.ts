import type { ExampleLearned } from "./schema";

export const repeatedTexts: ExampleLearned = {
  changes: [
    {
      key: "larkwire-late",
      atMin: -40,
      kind: "external",
      summary: "Larkwire answers in 4 to 6 seconds instead of half of one",
      service: "messages",
      actor: "Larkwire",
      before: "p95 480 ms",
      after: "p95 5.6 s",
      by: "lucia",
      addedAtMin: 19,
      verdict: "contributed",
      why: "They took every text and delivered it. Only the receipt was late.",
    },
    {
      key: "near-off",
      atMin: 27,
      kind: "flag",
      summary: "near-texts off for the evening",
      service: "messages",
      actor: "Flags",
      before: "on",
      after: "off",
      by: "lucia",
      addedAtMin: 28,
      verdict: "fixed",
      why: "No text since 19:48. Push still told those who have the app.",
    },
    {
      key: "limit-three",
      atMin: 930,
      kind: "deploy",
      summary: "messages: three tries with growing pauses, and an id of our own on every text",
      service: "messages",
      actor: "Deploys",
      before: "messages-611",
      after: "messages-612",
      url: "https://git.example.com/marrowfield/customer-messages/-/merge_requests/402",
      diff: `diff --git a/internal/larkwire/send.go b/internal/larkwire/send.go
index 7894cf7..7e36285 100644
--- a/internal/larkwire/send.go
+++ b/internal/larkwire/send.go
@@ -18,16 +18,27 @@ import (
 type Sender struct {
 	http  *http.Client
 	token string
+	pause func(attempt int) time.Duration
 }
 
-// Send tries until Larkwire says yes.
+// ErrUnknown: it may have been delivered. Larkwire drops a repeat of the same id within a day.
+var ErrUnknown = errors.New("larkwire: no answer in time")
+
+const attempts = 3
+
 func (s *Sender) Send(ctx context.Context, text Text) error {
-	for {
+	for attempt := 1; ; attempt++ {
 		err := s.once(ctx, text)
 		if err == nil {
 			return nil
 		}
-		log.Warn("larkwire", "stop", text.Stop, "err", err)
+		if attempt == attempts {
+			return fmt.Errorf("%w after %d tries: %v", ErrUnknown, attempts, err)
+		}
+		log.Warn("larkwire", "stop", text.Stop, "attempt", attempt, "err", err)
+		if err := sleep(ctx, s.pause(attempt)); err != nil {
+			return err
+		}
 	}
 }
 
@@ -51,7 +62,7 @@ func (s *Sender) Send(ctx context.Context, text Text) error {
 func (s *Sender) once(ctx context.Context, text Text) error {
 	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
 	defer cancel()
-	body, err := json.Marshal(message{To: text.To, Body: text.Body})
+	body, err := json.Marshal(message{ID: text.ID, To: text.To, Body: text.Body})
 	if err != nil {
 		return err
 	}
diff --git a/internal/larkwire/text.go b/internal/larkwire/text.go
index a2e0434..e994d5f 100644
--- a/internal/larkwire/text.go
+++ b/internal/larkwire/text.go
@@ -6,6 +6,8 @@ package larkwire
 
 // Text is one message to one person about one stop.
 type Text struct {
+	// ID is made where the text is decided, once, and travels with every try.
+	ID   string
 	To   string
 	Stop int64
 	Body string
`,
      by: "lucia",
      addedAtMin: 935,
      verdict: "fixed",
      why: "Tried against their sandbox made slow on purpose: one text, however late the receipt.",
    },
  ],
  nothing: [{ atMin: 10, kind: "deploy", by: "anneke", why: "Driver app: last release eight days ago; `near` goes out once a stop, looked up for van 12." }],
  factors: [
    {
      key: "no-limit",
      tag: "missing timeout or retry limit",
      role: "triggered",
      why: "Texts had no retry limit. Mail and push have three, because somebody once asked; for texts nobody had.",
      evidence: [{ entryAtMin: 18 }, { change: "limit-three", file: "internal/larkwire/send.go", line: 27 }],
      combinesWith: ["late", "no-id"],
      by: "lucia",
    },
    {
      key: "late",
      tag: "network or DNS",
      role: "enabled",
      why: "Receipts arrived just after our five seconds: late enough to count as no, early enough to have been a yes.",
      evidence: [{ change: "larkwire-late" }],
      by: "lucia",
    },
    {
      key: "no-id",
      tag: "known hazard",
      role: "enabled",
      why: "The sentence “a timeout counts as try again” is the one from Payments, four months older. We mended the place and not the sentence.",
      evidence: [{ entryAtMin: 20 }, { entryAtMin: 960 }],
      by: "lucia",
    },
    {
      key: "uncounted",
      tag: "no alert or late",
      role: "delayed_detection",
      why: "Texts a stop is a number that we have and that nobody looked at. Customers counted for us, up to fourteen.",
      evidence: [{ entryAtMin: -6 }, { entryAtMin: 31 }],
      by: "bronagh",
    },
  ],
  nets: [
    { net: "integration", wouldHaveCaught: "yes", existed: true, ran: true, gated: true, note: "Against a sandbox that is never slow.", by: "lucia" },
    { net: "lint", wouldHaveCaught: "unsure", existed: false, note: "A loop without an end around an outbound call.", by: "hiroshi" },
    { net: "flag", wouldHaveCaught: "no", existed: true, ran: true, gated: false, note: "It did not catch it; it ended it in three minutes.", by: "lucia" },
    { net: "alert", wouldHaveCaught: "yes", existed: false, note: "More than two texts a stop.", by: "bronagh" },
  ],
  actions: [
    {
      title: "Find every outbound call without a retry limit",
      type: "investigate",
      priority: "P1",
      status: "done",
      owner: "lucia",
      team: "orders",
      dueDays: 7,
      finishTest: "A list of all outbound calls of 14 services, each with its limit. Those without are in the tracker with an owner.",
      trackerUrl: "https://tracker.example.com/MSG-77",
      evidenceUrl: "https://wiki.example.com/outbound-calls",
      doneDays: 5,
      factor: "no-id",
      entryAtMin: 960,
      by: "lucia",
      madeDays: 1,
      held: [{ incident: "queued-scans", answer: "bypassed", note: "We searched services. The call was in a device that we hold in our hands.", by: "tomasz" }],
    },
    {
      title: "Three tries, growing pauses, one id a text",
      type: "repair",
      priority: "P0",
      status: "done",
      owner: "lucia",
      team: "orders",
      dueDays: 1,
      finishTest: "With their sandbox at six seconds, a thousand texts arrive a thousand times.",
      evidenceUrl: "https://git.example.com/marrowfield/customer-messages/-/merge_requests/402",
      doneDays: 1,
      factor: "no-limit",
      by: "lucia",
      madeDays: 0,
      held: [{ incident: "session-eviction", answer: "held", note: "Codes went out at six times the usual rate, each of them once.", by: "lucia" }],
    },
    {
      title: "Alert on more than two texts for one stop",
      type: "detect",
      priority: "P2",
      status: "open",
      owner: "hiroshi",
      team: "orders",
      dueInDays: -1,
      finishTest: "A third text for one stop in staging is told in the team's channel within a minute.",
      trackerUrl: "https://tracker.example.com/MSG-81",
      factor: "uncounted",
      by: "bronagh",
      madeDays: 2,
    },
  ],
};
