export * from "@/db/schema/enrollment";
export * from "@/db/schema/event";
export * from "@/db/schema/journey";
export * from "@/db/schema/mailbox";
export * from "@/db/schema/subject";
export * from "@/db/schema/touchpoint";
export * from "@/db/schema/workspace";
