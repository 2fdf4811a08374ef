// The part of Thunderbird's WebExtension API (Manifest V3) that the add-on relies on. The published types describe Manifest V2.

interface Listeners<Args extends any[], Result = any> {
  addListener(listener: (...args: Args) => Result): void;
}

interface StorageArea {
  get(keys: string | string[]): Promise<any>;
  set(values: object): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

interface Folder {
  id: string;
  accountId: string;
  path: string;
  name: string;
  specialUse: string[];
  isUnified?: boolean;
  isVirtual?: boolean;
}

interface MessageHeader {
  id: number;
  headerMessageId: string;
  date: Date;
  author: string;
  subject: string;
  tags: string[];
  folder: Folder;
}

interface MessageList {
  id: string | null;
  messages: MessageHeader[];
}

interface Tab {
  id: number;
  windowId: number;
}

interface ActionButton {
  setTitle(details: { tabId?: number; title: string }): Promise<void>;
  setBadgeText(details: { tabId?: number; text: string }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string }): Promise<void>;
  openPopup(options?: { windowId: number }): Promise<boolean>;
}

/** vendor/chartist */
declare const Chartist: { BarChart: new (element: Element, data: object, options: object) => object };

declare const messenger: {
  addressBooks: { contacts: { query(query: { searchString: string; includeRemote: boolean }): Promise<{ vCard: string }[]> } };
  accounts: {
    get(accountId: string): Promise<{ rootFolder: Folder }>;
    list(includeSubFolders: boolean): Promise<{ id: string; name?: string; identities: { email: string; name: string }[] }[]>;
    onCreated: Listeners<[string, object]>;
    onDeleted: Listeners<[string]>;
  };
  action: ActionButton;
  alarms: {
    create(name: string, when: { when: number }): void;
    clear(name: string): Promise<boolean>;
    onAlarm: Listeners<[{ name: string }]>;
  };
  compose: {
    getComposeDetails(tabId: number): Promise<any>;
    setComposeDetails(tabId: number, details: object): Promise<void>;
    listAttachments(tabId: number): Promise<{ id: number; name: string; size: number }[]>;
    getAttachmentFile(id: number): Promise<File>;
    updateAttachment(tabId: number, id: number, attachment: object): Promise<any>;
    sendMessage(tabId: number, options: object): Promise<any>;
    onBeforeSend: Listeners<[Tab, any], Promise<{ cancel?: boolean; details?: object }>>;
    onAttachmentAdded: Listeners<[Tab, object]>;
    onAttachmentRemoved: Listeners<[Tab, number]>;
    onComposeStateChanged: Listeners<[Tab, object]>;
    onAfterSend: Listeners<[Tab, { mode: "sendNow" | "sendLater"; error?: string; headerMessageId?: string }]>;
  };
  composeAction: ActionButton;
  folders: {
    create(parentId: string, name: string): Promise<Folder>;
    getSubFolders(folderId: string, includeSubFolders: boolean): Promise<Folder[]>;
    query(query: { accountId?: string; path?: string; specialUse?: string[] }): Promise<Folder[]>;
    getFolderInfo(folderId: string): Promise<{ totalMessageCount?: number }>;
    onFolderInfoChanged: Listeners<[Folder, { totalMessageCount?: number }]>;
    onCreated: Listeners<[Folder]>;
    onRenamed: Listeners<[Folder, Folder]>;
    onMoved: Listeners<[Folder, Folder]>;
    onDeleted: Listeners<[Folder]>;
  };
  i18n: {
    getMessage(name: string, values?: string | string[]): string;
    getUILanguage(): string;
  };
  identities: { get(identityId: string): Promise<{ accountId: string } | null> };
  messages: {
    continueList(listId: string): Promise<MessageList>;
    get(id: number): Promise<MessageHeader>;
    getFull(id: number, options?: { decrypt: boolean }): Promise<{ headers: Record<string, string[]>; parts: object[] }>;
    getHeaders?(id: number): Promise<Record<string, string[]>>;
    move(ids: number[], folderId: string): Promise<void>;
    query(query: { folderId?: string; accountId?: string; headerMessageId?: string; fromDate?: Date; messagesPerPage?: number; read?: boolean }): Promise<MessageList>;
    update(id: number, properties: object): Promise<void>;
    tags: {
      list(): Promise<{ key: string; tag: string }[]>;
      create(key: string | undefined, name: string, colour: string): Promise<string>;
    };
    onMoved: Listeners<[MessageList, MessageList]>;
    onUpdated: Listeners<[MessageHeader, { junk?: boolean }, object]>;
    onDeleted: Listeners<[MessageList]>;
    onNewMailReceived: Listeners<[Folder, MessageList]>;
  };
  mailTabs: { create(properties: { displayedFolderId: string }): Promise<{ tabId: number }> };
  menus: {
    create(properties: { id: string; title: string; contexts: string[] }): void;
    removeAll(): Promise<void>;
    onClicked: Listeners<[any, Tab]>;
  };
  messageDisplay: {
    getDisplayedMessages(tabId: number): Promise<MessageList>;
    open(properties: { messageId: number; location: "tab" | "window"; active: boolean }): Promise<Tab>;
  };
  notifications: { create(options: { type: "basic"; iconUrl: string; title: string; message: string }): Promise<string>; onClicked: Listeners<[string]> };
  runtime: {
    connectNative(name: string): any;
    getManifest(): { version: string };
    getURL(path: string): string;
    openOptionsPage(): Promise<void>;
    sendMessage(message: object): Promise<any>;
    onInstalled: Listeners<[{ reason: string }]>;
    onMessage: Listeners<[any, any], Promise<any> | undefined>;
    onStartup: Listeners<[]>;
  };
  scripting: {
    executeScript(injection: object): Promise<{ result?: any; error?: any }[]>;
    compose: { getRegisteredScripts(filter: { ids: string[] }): Promise<object[]>; registerScripts(scripts: object[]): Promise<void> };
  };
  spaces: {
    create(name: string, url: string, button: { title: string; defaultIcons: string }): Promise<{ id: number }>;
    open(spaceId: number): Promise<Tab>;
    query(query: { name?: string; isSelfOwned?: boolean }): Promise<{ id: number }[]>;
  };
  storage: { local: StorageArea; session: StorageArea; managed: { get(): Promise<any> }; onChanged: Listeners<[object, string]> };
  tabs: {
    create(properties: { url: string }): Promise<Tab>;
    query(query: { active: boolean; currentWindow: boolean }): Promise<Tab[]>;
    remove(tabId: number): Promise<void>;
    update(tabId: number, properties: { active: boolean }): Promise<any>;
    onRemoved: Listeners<[number, object]>;
  };
  windows: { create(details: object): Promise<object> };
};
