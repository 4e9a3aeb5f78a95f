"use client";

import { useState } from "react";
import { useUpdateIncident } from "../../../lib/incidents/client";
import type { Incident } from "../../../lib/incidents/schema";
import {
  DETECTION_WORDS,
  DETECTIONS,
  type Detection,
  ENVIRONMENT_WORDS,
  ENVIRONMENTS,
  type Environment,
  MODE_WORDS,
  MODES,
  type Mode,
} from "../../../lib/incidents/words";
import { isProblem } from "../../../lib/http/fetch";
import { ServicePicker } from "../../services/service-picker";
import { Banner } from "../../ui/banner";
import { Button } from "../../ui/button";
import type { Choice } from "../../ui/combobox";
import { DateTimeInput } from "../../ui/date-time-input";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { Textarea } from "../../ui/textarea";
import { useRoom } from "../room-context";
import { Frame, Labelled } from "./frame";
import { useSending } from "./use-sending";

const formOf = (incident: Incident) => ({
  title: incident.title,
  summary: incident.summary,
  mode: incident.mode,
  environment: incident.environment,
  detection: incident.detection,
  services: incident.services.map((service): Choice => ({ id: service.id, label: service.name })),
  startedAt: incident.startedAt,
  detectedAt: incident.detectedAt,
});

/** What was given when declaring. Two people at once: the second is told, and keeps what was typed. */
export default function EditDialog({ incident, onClose }: { incident: Incident; onClose(): void }) {
  const { zone } = useRoom();
  const [form, setForm] = useState(() => formOf(incident));
  const [version, setVersion] = useState(incident.version);
  const [theirs, setTheirs] = useState<Incident | null>(null);
  const update = useUpdateIncident(incident.ref);
  const sending = useSending(onClose);
  const set = (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change }));
  const errors = sending.refusal?.fields ?? {};

  function send() {
    const before = formOf(incident);
    const { services, ...plain } = form;
    const input = Object.fromEntries(Object.entries(plain).filter(([name, value]) => value !== before[name as keyof typeof plain]));
    const ids = services.map((service) => service.id);
    if (ids.join() !== before.services.map((service) => service.id).join()) Object.assign(input, { serviceIds: ids });
    if (Object.keys(input).length === 0) return onClose();
    void sending.send(async () => {
      try {
        await update.mutateAsync({ input, ifMatch: version });
      } catch (error) {
        if (isProblem(error, "CONFLICT")) {
          const current = error.current as Incident;
          setTheirs(current);
          setVersion(current.version);
        }
        throw error;
      }
    });
  }

  return (
    <Frame title="The facts" action={theirs ? "Save mine over it" : "Save"} sending={sending} onClose={onClose} onSend={send}>
      {theirs ? (
        <Banner
          tone="caution"
          title="Someone saved this meanwhile"
          actions={
            <Button size="sm" onClick={() => setForm(formOf(theirs))}>
              Take theirs
            </Button>
          }
        >
          Theirs: “{theirs.title}”. Yours is kept below.
        </Banner>
      ) : null}
      <Labelled label="Title" error={errors.title}>
        {(field) => <Input {...field} value={form.title} onChange={(event) => set({ title: event.target.value })} />}
      </Labelled>
      <Labelled label="Summary" hint="For those who read it later" error={errors.summary}>
        {(field) => <Textarea {...field} rows={3} value={form.summary} onChange={(event) => set({ summary: event.target.value })} />}
      </Labelled>
      <Labelled label="Services" error={errors.serviceIds}>
        {(field) => <ServicePicker {...field} value={form.services} onChange={(services) => set({ services })} />}
      </Labelled>
      <Labelled label="Impact began" error={errors.startedAt}>
        {(field) => <DateTimeInput {...field} zone={zone} value={form.startedAt} onChange={(startedAt) => set({ startedAt })} />}
      </Labelled>
      <Labelled label="Detected" error={errors.detectedAt}>
        {(field) => <DateTimeInput {...field} zone={zone} value={form.detectedAt} onChange={(detectedAt) => set({ detectedAt })} />}
      </Labelled>
      <Labelled label="Noticed by">
        {(field) => (
          <Select {...field} value={form.detection ?? ""} onChange={(event) => set({ detection: (event.target.value || null) as Detection | null })}>
            <option value="">Not said</option>
            {DETECTIONS.map((one) => (
              <option key={one} value={one}>
                {DETECTION_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <div className="grid grid-cols-2 gap-4">
        <Labelled label="Kind">
          {(field) => (
            <Select {...field} value={form.mode} onChange={(event) => set({ mode: event.target.value as Mode })}>
              {MODES.map((one) => (
                <option key={one} value={one}>
                  {MODE_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
        <Labelled label="Environment">
          {(field) => (
            <Select {...field} value={form.environment} onChange={(event) => set({ environment: event.target.value as Environment })}>
              {ENVIRONMENTS.map((one) => (
                <option key={one} value={one}>
                  {ENVIRONMENT_WORDS[one]}
                </option>
              ))}
            </Select>
          )}
        </Labelled>
      </div>
    </Frame>
  );
}
