import {
  Activity, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, ArrowUpDown, ArrowUpRight, Award, Ban, Bell, Building2,
  Calendar, CalendarClock, ChartColumn, ChartNoAxesColumn, Check, ChevronDown, ChevronLeft, ChevronRight, ChevronsUpDown,
  ChevronUp, Circle, CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleX, ClipboardCheck, Clock, Copy, Database,
  Download, Ellipsis, ExternalLink, Eye, EyeOff, File, FileText, Flag, GitBranch, Globe, GripVertical, Handshake,
  HeartPulse, History, Hourglass, House, Inbox, Info, Keyboard, Layers, LayoutTemplate, Library, LifeBuoy, Link,
  ListChecks, ListFilter, ListTree, LoaderCircle, Lock, LogIn, LogOut, Mail, Maximize, Megaphone, MessageCircle,
  MessageSquare, Minus, Monitor, Moon, MousePointerClick, Network, PanelLeftClose, PanelLeftOpen, PanelRight, Pause,
  Pencil, Percent, Phone, Play, Plus, Redo2, RefreshCw, Repeat, Route, Scan, Search, Send, Settings, Share2, ShieldCheck,
  Shuffle, SkipForward, Smartphone, Sparkles, Split, Square, Star, StickyNote, Sun, Table, Tag, Target, Timer, Trash2,
  TrendingDown, TrendingUp, TriangleAlert, Undo2, Unlink, Upload, UserRound, Users, UsersRound, Waypoints, Webhook,
  Workflow, X, Zap,
} from "lucide-react";

/** One icon per concept. Everything draws icons by these names, so a renamed icon is mended here alone. */
export const icons = {
  // places
  home: House, journeys: Waypoints, accounts: Building2, people: Users, work: ListChecks, insights: ChartNoAxesColumn,
  approvals: Inbox, library: LayoutTemplate, settings: Settings, search: Search,
  // step families and kinds
  entry: Zap, message: Mail, inApp: Bell, sms: Smartphone, chat: MessageCircle, webhook: Webhook, ad: Megaphone,
  social: Share2, task: Phone, approval: UsersRound, meeting: Calendar, wait: Clock, waitFor: Hourglass, branch: GitBranch,
  experiment: Split, bestAction: Shuffle, milestone: Flag, stage: Target, update: Database, crm: RefreshCw, exit: LogOut,
  handoff: ArrowUpRight,
  // actions
  add: Plus, remove: Minus, close: X, check: Check, edit: Pencil, delete: Trash2, copy: Copy, undo: Undo2, redo: Redo2,
  refresh: RefreshCw, retry: Repeat, more: Ellipsis, filter: ListFilter, sort: ArrowUpDown, download: Download,
  upload: Upload, share: Share2, send: Send, open: ExternalLink, link: Link, unlink: Unlink, play: Play, pause: Pause,
  stop: Square, skip: SkipForward, fit: Maximize, select: Scan, note: StickyNote, drag: GripVertical, signOut: LogOut,
  signIn: LogIn, show: Eye, hide: EyeOff, click: MousePointerClick,
  // states
  problem: TriangleAlert, error: CircleAlert, ok: CircleCheck, info: Info, busy: LoaderCircle, blocked: Ban, lost: CircleX,
  locked: Lock, live: Activity, draft: CircleDashed, current: CircleDot, none: Circle, better: TrendingUp,
  worse: TrendingDown, health: HeartPulse, guard: ShieldCheck,
  // things
  person: UserRound, event: Zap, segment: Layers, rule: ListFilter, template: LayoutTemplate, file: File, report: FileText,
  history: History, outline: ListTree, flow: Workflow, path: Route, network: Network, chart: ChartColumn, table: Table,
  tag: Tag, percent: Percent, timer: Timer, schedule: CalendarClock, calendar: Calendar, globe: Globe, comment: MessageSquare,
  escalation: LifeBuoy, playbook: ClipboardCheck, renewal: Repeat, advocacy: Award, expansion: TrendingUp,
  partnership: Handshake, star: Star, suggestion: Sparkles, books: Library,
  // chrome
  up: ChevronUp, down: ChevronDown, left: ChevronLeft, right: ChevronRight, upDown: ChevronsUpDown, arrowUp: ArrowUp,
  arrowDown: ArrowDown, arrowLeft: ArrowLeft, arrowRight: ArrowRight, expand: PanelLeftOpen, collapse: PanelLeftClose,
  panel: PanelRight, keyboard: Keyboard, light: Sun, dark: Moon, system: Monitor,
} as const;

export type IconName = keyof typeof icons;
