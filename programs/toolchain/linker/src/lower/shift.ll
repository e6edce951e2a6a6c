; 128-bit shifts by an amount known only at run time, from 64-bit shifts by amounts that stay below 64.

define i128 @sbf.shl.i128(i128 %v, i128 %amount) alwaysinline {
  %l = trunc i128 %v to i64
  %vs = lshr i128 %v, 64
  %h = trunc i128 %vs to i64
  %n = trunc i128 %amount to i64
  %k = and i64 %n, 63
  %back = xor i64 %k, 63
  %half = lshr i64 %l, 1
  %carried = lshr i64 %half, %back
  %low = shl i64 %l, %k
  %hk = shl i64 %h, %k
  %high = or i64 %hk, %carried
  %bit = and i64 %n, 64
  %far = icmp ne i64 %bit, 0
  %rl = select i1 %far, i64 0, i64 %low
  %rh = select i1 %far, i64 %low, i64 %high
  %lz = zext i64 %rl to i128
  %hz = zext i64 %rh to i128
  %hs = shl i128 %hz, 64
  %r = or disjoint i128 %hs, %lz
  ret i128 %r
}

define i128 @sbf.lshr.i128(i128 %v, i128 %amount) alwaysinline {
  %vs = lshr i128 %v, 64
  %h = trunc i128 %vs to i64
  %n = trunc i128 %amount to i64
  %k = and i64 %n, 63
  %high = lshr i64 %h, %k
  %r = call i128 @sbf.shift_right(i128 %v, i64 %n, i64 %high, i64 0)
  ret i128 %r
}

define i128 @sbf.ashr.i128(i128 %v, i128 %amount) alwaysinline {
  %vs = lshr i128 %v, 64
  %h = trunc i128 %vs to i64
  %n = trunc i128 %amount to i64
  %k = and i64 %n, 63
  %high = ashr i64 %h, %k
  %sign = ashr i64 %h, 63
  %r = call i128 @sbf.shift_right(i128 %v, i64 %n, i64 %high, i64 %sign)
  ret i128 %r
}

; What both right shifts share; they differ in the shifted high half and in what fills it from above.
define i128 @sbf.shift_right(i128 %v, i64 %n, i64 %high, i64 %fill) alwaysinline {
  %l = trunc i128 %v to i64
  %vs = lshr i128 %v, 64
  %h = trunc i128 %vs to i64
  %k = and i64 %n, 63
  %back = xor i64 %k, 63
  %double = shl i64 %h, 1
  %carried = shl i64 %double, %back
  %lk = lshr i64 %l, %k
  %low = or i64 %lk, %carried
  %bit = and i64 %n, 64
  %far = icmp ne i64 %bit, 0
  %rl = select i1 %far, i64 %high, i64 %low
  %rh = select i1 %far, i64 %fill, i64 %high
  %lz = zext i64 %rl to i128
  %hz = zext i64 %rh to i128
  %hs = shl i128 %hz, 64
  %r = or disjoint i128 %hs, %lz
  ret i128 %r
}
