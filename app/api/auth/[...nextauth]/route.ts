import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/lib/auth/auth-options";

type Route = { params: Promise<{ nextauth: string[] }> };

const answer = (request: NextRequest, route: Route): Promise<Response> => NextAuth(request, route, authOptions());

export { answer as GET, answer as POST };
