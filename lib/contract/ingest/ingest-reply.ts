/** One item that was not taken, or one trait that was kept out of an item. */
export interface RefusedItem {
  /** Place in the batch, from 0. */
  index: number;
  /** Dotted path inside the item. */
  field: string;
  /** A sentence with the fix. */
  reason: string;
}

/** Answer of the tracking API. 200 when anything was taken; 400 when every item was refused. */
export interface IngestReply {
  success: boolean;
  accepted: number;
  /** Sent before with the same message id; not stored again. */
  duplicates: number;
  refused: RefusedItem[];
  /** Traits a browser key may not set; the rest of the item was taken. */
  withheld: RefusedItem[];
}
