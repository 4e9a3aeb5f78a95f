/** What words mean here, by their roots: a root stands for all its forms. A pattern names a set by its tag. */

const of = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const LEXICON: Readonly<Record<string, ReadonlySet<string>>> = {
  /** One person, by what they do. */
  Role: of(`engineer developer dev operator admin administrator sysadmin intern junior contractor manager lead reviewer approver author technician colleague coworker teammate dba sre tester
    analyst maintainer responder oncall on-call designer architect committer person guy employee consultant programmer coder newbie newcomer rookie freshman trainee apprentice supervisor director cto
    ceo cfo cio vp boss deployer specialist freelancer dude idiot someone somebody whoever engineer's staffer hire member officer clerk pilot implementer colleague captain commander
    student scientist researcher integrator installer steward custodian submitter requester pharmacist nurse physician accountant electrician mechanic fitter peer chief
    trader marketer secretary chap bloke lady gentleman moron genius fool amateur novice superintendent foreman co-worker trainer assessor surveyor`),
  /** Several of them. */
  Group: of("team squad crew shift department guild tribe devs staff ops devops management leadership cab folks guys gang teammates helpdesk"),
  /** Teams that stand without an article: "Backend never reads it". */
  Bare: of(
    "dispatch procurement purchasing logistics accounting payroll facilities audit treasury underwriting claims compliance editorial operations networks backend frontend ops devops infra infrastructure platform security qa support finance marketing sales product networking dba dbas sre sres mobile legal hr helpdesk engineering management",
  ),
  /** Those outside, who are not the ones that failed. */
  Outside: of("customer user visitor subscriber player caller buyer merchant attacker hacker"),
  /** What only people do, and owe: nobody says so of a machine. */
  Duty: of(`check test review verify notice spot read ask tell inform warn communicate coordinate plan prepare consider anticipate foresee escalate document rotate renew patch rehearse practise practice
    question raise discuss announce follow acknowledge address consult audit inspect assess recognise recognize prioritise prioritize approve drill confirm clarify train double-check doublecheck challenge
    pin vet scrutinise scrutinize examine cross-check crosscheck sanity-check peer-review load-test stress-test smoke-test dry-run benchmark budget estimate forecast assign brief debrief remind define
    specify mention highlight publicise publicize circulate engage involve appreciate weigh evaluate triage authorise authorize harden revisit maintain tune teach retire decommission instrument exercise
    act heed observe tidy hand own learn reconcile rethink finish justify record investigate chase budget proofread back-test walk spell advise agree ticket scope explain`),
  /** What a "should have" about people is about: care, not function. */
  Care: of(`check test review verify validate notice spot catch look read ask tell inform notify warn communicate coordinate plan prepare consider think anticipate foresee escalate page document update rotate
    renew patch rehearse practise practice monitor question raise discuss announce follow act respond acknowledge ack address flag involve consult schedule coordinate audit inspect assess prevent avoid
    mitigate identify recognise recognize fix handle prioritise prioritize rush merge deploy ship release push approve drill confirm clarify share train double-check doublecheck revert know see do
    upgrade migrate detect disable communicate investigate rollback run
    perform conduct carry challenge pin lock guard cap limit harden isolate separate remove retire decommission clean archive back exercise simulate stage vet scrutinise scrutinize examine study measure
    size budget estimate assign brief debrief remind teach define specify describe record note mention report surface highlight publish circulate engage include add install configure set enable turn
    wire instrument automate provision replace renew extend revoke restrict scope tighten pause halt abort cancel postpone delay defer hold freeze call phone ping wake invite loop treat question weigh evaluate
    triage prioritize label mark tag choose pick decide agree authorise authorize sign staff reach take give make write keep bring put build split cover insist exclude understand query redo rewrite recalculate recheck repeat retest rework`),
  /** Not done, they are a reproach. What one saw, knew or chose is none. */
  Owed: of(`check test review verify validate notice spot catch look read ask tell inform notify warn communicate coordinate plan prepare consider anticipate foresee escalate document update rotate renew patch
    rehearse practise practice monitor question raise announce follow act respond acknowledge ack address flag involve consult inspect assess bother double-check doublecheck think-to
    clarify confirm pay challenge scrutinise scrutinize examine vet cross-check mention report brief engage weigh comply adhere heed respect care wait hesitate add include pin lock record note
    budget document rehearse supervise insist push-back object chase involve remind alert clean rotate coordinate own finish tidy label write set-up`),
  /** Not done, they reproach nobody: what one saw, knew, wanted, met with, or is. */
  Unowed:
    of(`see know have be want expect intend mean find get receive lose cause affect experience encounter need like feel seem appear exist happen understand believe think agree mind fail break hear
    suspect learn impact hit feel suffer return choose hesitate realise realize`),
  /** Acts of a mind: who does them is a person, whatever the name. */
  Mind: of(`overlook forget neglect assume presume misread misunderstand misjudge underestimate overestimate panic bother guess realise realize think believe decide own admit communicate inform tell ask warn consult consider remember
    fat-finger fatfinger omit`),
  /** Acts of hands that no machine is named for. */
  Hands: of(
    "push merge deploy ship approve commit force-push sign fat-finger forget press click type yank bump paste unplug mistake misread hardcode hard-code eyeball ram mistype wire edit log google skip",
  ),
  Lapse: of(
    "mistake mix-up mixup confuse forget neglect overlook omit misread misjudge misunderstand underestimate disregard miscalculate mistype misconfigure mishandle bungle botch",
  ),
  /** Harm, whatever the object. */
  Ruin: of(
    "break nuke destroy botch bungle corrupt ruin wreck screw crash damage sever hose poison ram mangle fry trash derail capsize flood brick destabilise destabilize misconfigure mistype clobber kill tank sink topple fat-finger fatfinger mess cripple",
  ),
  /** Gone, which is harm where a person is named for it. */
  Gone: of("yank disarm delete drop wipe erase truncate overwrite leak unplug"),
  /** Other acts that go wrong by their object. */
  Touch:
    of(`push deploy merge ship restart reboot run execute remove shut disable apply set change edit pull kick flush enter type issue use pick choose select make commit introduce bring start
    trigger roll update configure upload copy click promote write put send approve`),
  Find: of(
    "find spot notice fix correct see report revert identify catch restore repair recover resolve flag discover detect trace reproduce point replace undo clean suspect confirm",
  ),
  Wrong: of("wrong bad broken faulty incorrect erroneous bogus invalid untested unreviewed unbounded buggy stale misconfigured"),
  Slip: of("typo mistake error slip blunder oversight misconfiguration bug regression screwup"),
  /** Done so, something was not given its due. */
  Slight:
    of(`rubber-stamp rubberstamp deprioritise deprioritize de-prioritise de-prioritize downplay underestimate overestimate waive mislay shelve sideline bypass circumvent disregard neglect trivialise
    trivialize mishandle mangle muddle transpose misfile overlook forget fudge botch bungle garble`),
  /** What machines do, and is not owed by anybody. */
  Ran: of(`return serve display show compute log render emit cache fetch resolve route trigger fire calculate parse detect send receive produce generate store replicate schedule scale evict throttle retry respond
    deliver drop queue load allocate balance mount sync expire kill index compress stream enqueue propagate invalidate persist commit flush purge forward redirect decode encode convert count match charge bill
    credit debit settle transfer print promote elect reject accept block process execute start restart stop hit reach affect impact lose recover restore`),
  /** What is said to be wrong with people. */
  Vice: of(`carelessness laziness negligence recklessness incompetence stupidity sloppiness complacency arrogance ineptitude idiocy inexperience stubbornness hubris overconfidence inattentiveness inattention
    thoughtlessness cluelessness ignorance indifference apathy impatience cowardice naivety naivete naïveté gullibility obstinacy short-sightedness shortsightedness foolishness foolhardiness forgetfulness
    absent-mindedness indiscipline indecision procrastination lethargy mismanagement malpractice unprofessionalism amateurism blunder blunders gaffe howler dereliction nonchalance bravado egoism bungling
    dithering unpreparedness`),
  /** How people are said to have worked. */
  Badly:
    of(`sloppily carelessly poorly badly hastily recklessly lazily negligently irresponsibly foolishly stupidly thoughtlessly inadequately half-heartedly unprofessionally clumsily haphazardly needlessly
    rashly unwisely ineptly shoddily cavalierly mindlessly absent-mindedly naively blithely incompetently lackadaisically crudely`),
  /** Said of an act, it was another one that was meant. */
  Slipping: of(
    "improperly accidentally accidently mistakenly inadvertently unintentionally erroneously incorrectly wrongly unknowingly unwittingly absent-mindedly",
  ),
  /** Against what was agreed. */
  Stray: of("deviate bypass circumvent violate breach disobey sidestep overrule flout contravene disobey"),
  /** What people make. */
  Made: of(
    `pr change commit merge deploy deployment release update migration patch push script edit config refactor code branch mistake error typo slip command query fix job cron rollout cleanup work pull`,
  ),
  /** Work, as a noun. */
  Work: of(`planning plan review judgement judgment understanding strategy management practice communication preparation prep decision testing coordination oversight discipline workmanship training documentation process
    handover handoff attention diligence execution leadership ownership supervision effort hygiene culture care analysis estimate estimation craftsmanship teamwork research investigation triage response procedure
    governance attitude thinking reasoning choice choices behaviour behavior conduct reaction housekeeping bookkeeping rigour rigor engineering approach handling implementation instruction
    follow-up followup instructions estimates scoping knowledge expertise competence skill skills awareness upkeep workaround briefing onboarding sign-off scrutiny foresight experience assumption deploy deployment rollout release migration maintenance code coding work monitoring design security`),
  /** Verdicts on work. */
  Poor: of(`poor inadequate insufficient sloppy careless hasty lazy negligent reckless shoddy lax half-hearted amateurish unprofessional irresponsible incompetent thoughtless slapdash terrible horrible awful abysmal
    lousy stupid dumb silly foolish subpar sub-par substandard superficial perfunctory cursory lacking deficient ill-prepared ill-considered rushed haphazard unsatisfactory unsound short-sighted shortsighted
    misguided cavalier lackadaisical lacklustre lackluster mediocre dismal atrocious appalling pitiful ridiculous absurd ludicrous senseless unwise imprudent inept uninformed remiss unskilled crude
    unforgivable pathetic laughable woeful desperate abject slack slipshod amateur ill-conceived threadbare wishful ill-advised ill-conceived inexcusable embarrassing shameful clumsy naive complacent inattentive half-baked half-assed questionable rash lax neglectful naive over-optimistic overoptimistic flawed muddled misplaced inattentive foolhardy hare-brained harebrained ill-judged cursory piecemeal feeble lamentable deplorable chaotic indifferent`),
  /** Verdicts on people, never on machines. */
  Unfit:
    of(`careless reckless incompetent irresponsible overconfident complacent inattentive unprofessional clumsy stupid dumb foolish clueless sloppy hasty thoughtless arrogant oblivious ignorant negligent lazy
    inexperienced distracted inept remiss incapable unqualified unprepared unskilled rash impatient cavalier lackadaisical gullible uninformed absent-minded forgetful undisciplined
    disorganised disorganized unreliable unwilling selfish smug stubborn sleepy untrained amateurish unobservant cocky naive lax lenient neglectful nonchalant indifferent indecisive apathetic foolhardy pig-headed pigheaded obstinate blasé blase trigger-happy over-confident overeager over-eager unthinking unfocused inflexible timid cowardly greedy petty clueless impulsive muddled evasive feckless spineless`),
  /** What is given to people, and is theirs to heed. */
  Heeded: of(
    "warning alert alarm page ticket email mail message advice sign recommendation concern runbook procedure process policy checklist step instruction guideline protocol notification reminder signal",
  ),
  Outage: of(
    "derailment recall p0 p1 p2 sev1 sev2 sev-1 sev-2 shutdown unavailability slowdown hack breach blackout brownout meltdown outage incident downtime disruption problem issue failure event degradation interruption breakage crash",
  ),
};

/** Products and vendors, many of whose names could be a person's. */
export const SYSTEMS: ReadonlySet<string> =
  of(`kafka redis postgres postgresql mysql mariadb cassandra mongodb mongo jenkins sentry aurora kubernetes k8s kubelet docker nginx apache haproxy envoy istio consul vault nomad
  terraform ansible chef puppet salt helm argo argocd flux github gitlab bitbucket jira slack pagerduty opsgenie datadog grafana prometheus loki thanos cloudflare fastly akamai aws gcp azure google
  amazon microsoft heroku netlify vercel stripe twilio auth0 okta cognito dynamodb s3 ec2 lambda kinesis sqs sns rds elasticsearch opensearch solr rabbitmq nats celery sidekiq airflow spark hadoop hbase
  zookeeper etcd ceph minio linux windows macos android ios chrome firefox safari java python ruby node rails django spring php go rust webpack npm yarn pnpm bazel gradle maven travis circleci
  buildkite spinnaker oracle snowflake bigquery redshift clickhouse druid vitess cockroachdb spanner memcached varnish traefik linkerd calico cilium coredns bind unbound route53 letsencrypt certbot openssl
  systemd cron dagster temporal apple facebook meta netflix`);
