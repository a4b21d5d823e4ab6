import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import {
  addField,
  attachFile,
  type CommandDraft,
  checkDraft,
  chooseField,
  draftValues,
  isComplete,
  refuseFile,
  removeField,
  startDraft,
  typeField,
} from '../model/commandDraft.ts';
import type { Leaf } from '../model/commandList.ts';
import { EMPTY_COMPOSER } from '../model/state.ts';
import { isAutocompleted, suggestChoices } from '../model/suggestChoices.ts';
import { type ActionDeps, newRequest, sendPending } from './deps.ts';
import { readFile } from './readFile.ts';

/** How long typing has to rest before the bot is asked for choices. */
const REST_MS = 80;
/** As much as Discord takes of anybody. */
const FILE_MAX_BYTES = 10 * 1024 * 1024;

export const fieldSelector = (name: string): string => `[data-option="${CSS.escape(name)}"]`;

/** A slash command being filled in. */
export const createDraftActions = (deps: ActionDeps) => {
  const { store, send, focus } = deps;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const draft = (): CommandDraft | null => store.get().composer.command;

  const change = (make: (draft: CommandDraft) => CommandDraft): void =>
    store.update((state) =>
      state.composer.command === null
        ? state
        : { ...state, composer: { ...state.composer, command: make(state.composer.command) } },
    );

  const askBot = (name: string): void => {
    const { channelId } = store.get();
    const request = newRequest();
    change((now) => ({
      ...now,
      suggestions: {
        request,
        choices: now.suggestions?.choices ?? [],
        active: now.suggestions?.active ?? 0,
        isLoading: true,
      },
    }));
    const now = draft();
    if (now === null || channelId === null) return;
    const isSent = send({
      op: 'autocomplete',
      request,
      channelId,
      commandId: now.leaf.commandId,
      path: [...now.leaf.path],
      options: draftValues(now, name),
      focused: name,
    });
    if (!isSent) change((later) => ({ ...later, suggestions: null }));
  };

  const suggest = (name: string, restMs: number): void => {
    clearTimeout(timer);
    const { world } = store.get();
    const field = draft()?.fields.find(({ option }) => option.name === name);
    if (field === undefined || world === null) return;
    if (isAutocompleted(field)) {
      timer = setTimeout(() => askBot(name), restMs);
      return;
    }
    const choices = suggestChoices(field, world);
    change((now) => ({
      ...now,
      suggestions:
        choices.length === 0 ? null : { request: null, choices, active: 0, isLoading: false },
    }));
  };

  const focusField = (name: string): void => {
    change((now) => ({ ...now, focused: name, suggestions: null }));
    suggest(name, 0);
  };

  const cancel = (text: string): void => {
    clearTimeout(timer);
    store.update((state) => ({
      ...state,
      composer: { ...EMPTY_COMPOSER, text, isListClosed: true, replyTo: state.composer.replyTo },
    }));
    focus('#composer');
  };

  /** Goes on to the next required field that is empty, if there is one. */
  const goOn = (): void => {
    const next = draft()?.fields.find(
      ({ option, text }) => option.required === true && text === '',
    );
    if (next !== undefined) focus(fieldSelector(next.option.name));
  };

  const submit = (): void => {
    change(checkDraft);
    const now = draft();
    const { channelId } = store.get();
    if (now === null || channelId === null) return;
    if (!isComplete(now)) {
      if (now.focused !== null) focus(fieldSelector(now.focused));
      return;
    }
    clearTimeout(timer);
    const files = now.fields.flatMap(({ option, file }) =>
      file === null ? [] : [[option.name, file] as const],
    );
    store.update((state) => ({ ...state, composer: EMPTY_COMPOSER }));
    sendPending(deps, { kind: 'command', channelId, label: `/${now.leaf.name}` }, (request) => ({
      op: 'command',
      request,
      channelId,
      commandId: now.leaf.commandId,
      path: [...now.leaf.path],
      options: draftValues(now),
      files: Object.fromEntries(files),
    }));
    focus('#composer');
  };

  return {
    start: (leaf: Leaf): void => {
      store.update((state) => ({
        ...state,
        composer: { ...EMPTY_COMPOSER, command: startDraft(leaf) },
      }));
      const first = draft()?.focused;
      focus(first == null ? '#command-send' : fieldSelector(first));
    },
    focusField,
    typeInto: (name: string, text: string): void => {
      change((now) => typeField(now, name, text));
      suggest(name, REST_MS);
    },
    choose: (name: string, choice: APIApplicationCommandOptionChoice): void => {
      clearTimeout(timer);
      change((now) => chooseField(now, name, choice));
      goOn();
    },
    attach: async (name: string, file: File): Promise<void> => {
      if (file.size > FILE_MAX_BYTES) {
        change((now) => refuseFile(now, name, 'At most 10 MB.'));
        return;
      }
      const read = await readFile(file);
      change((now) => attachFile(now, name, read));
    },
    addOption: (name: string): void => {
      change((now) => addField(now, name));
      focus(fieldSelector(name));
    },
    removeOption: (name: string): void => {
      change((now) => removeField(now, name));
      focus(fieldSelector(draft()?.fields.at(-1)?.option.name ?? ''));
    },
    moveActive: (step: number): void =>
      change((now) => {
        const { suggestions } = now;
        if (suggestions === null || suggestions.choices.length === 0) return now;
        const count = suggestions.choices.length;
        return {
          ...now,
          suggestions: { ...suggestions, active: (suggestions.active + step + count) % count },
        };
      }),
    closeList: (): void => {
      clearTimeout(timer);
      change((now) => ({ ...now, suggestions: null }));
    },
    cancel,
    submit,
  };
};
