; Division beyond what the processor has, which is unsigned and 64 bits wide.
; Money over money nearly always means a divisor below 2^64 and a quotient below 2^64: that way is the short one.

define i128 @sbf.udiv.i128(i128 %n, i128 %d) alwaysinline {
start:
  %ds = lshr i128 %d, 64
  %dh = trunc i128 %ds to i64
  %narrow = icmp eq i64 %dh, 0
  br i1 %narrow, label %by64, label %by128
by64:
  %dl = trunc i128 %d to i64
  %q = call i128 @sbf.udiv.i128.by64(i128 %n, i64 %dl)
  br label %end
by128:
  %ql = call i64 @sbf.udiv.i128.by128(i128 %n, i128 %d)
  %qz = zext i64 %ql to i128
  br label %end
end:
  %r = phi i128 [ %q, %by64 ], [ %qz, %by128 ]
  ret i128 %r
}

define i128 @sbf.urem.i128(i128 %n, i128 %d) alwaysinline {
  %q = call i128 @sbf.udiv.i128(i128 %n, i128 %d)
  %p = mul i128 %q, %d
  %r = sub i128 %n, %p
  ret i128 %r
}

define i128 @sbf.sdiv.i128(i128 %n, i128 %d) noinline {
  %ns = ashr i128 %n, 127
  %nx = xor i128 %n, %ns
  %nm = sub i128 %nx, %ns
  %ds = ashr i128 %d, 127
  %dx = xor i128 %d, %ds
  %dm = sub i128 %dx, %ds
  %m = call i128 @sbf.udiv.i128(i128 %nm, i128 %dm)
  %s = xor i128 %ns, %ds
  %mx = xor i128 %m, %s
  %q = sub i128 %mx, %s
  ret i128 %q
}

define i128 @sbf.srem.i128(i128 %n, i128 %d) alwaysinline {
  %q = call i128 @sbf.sdiv.i128(i128 %n, i128 %d)
  %p = mul i128 %q, %d
  %r = sub i128 %n, %p
  ret i128 %r
}

define i64 @sbf.sdiv.i64(i64 %n, i64 %d) alwaysinline {
  %ns = ashr i64 %n, 63
  %nx = xor i64 %n, %ns
  %nm = sub i64 %nx, %ns
  %ds = ashr i64 %d, 63
  %dx = xor i64 %d, %ds
  %dm = sub i64 %dx, %ds
  %m = udiv i64 %nm, %dm
  %s = xor i64 %ns, %ds
  %mx = xor i64 %m, %s
  %q = sub i64 %mx, %s
  ret i64 %q
}

define i64 @sbf.srem.i64(i64 %n, i64 %d) alwaysinline {
  %q = call i64 @sbf.sdiv.i64(i64 %n, i64 %d)
  %p = mul i64 %q, %d
  %r = sub i64 %n, %p
  ret i64 %r
}

define i128 @sbf.udiv.i128.by64(i128 %n, i64 %d) noinline {
start:
  %nl = trunc i128 %n to i64
  %ns = lshr i128 %n, 64
  %nh = trunc i128 %ns to i64
  %fits = icmp ult i64 %nh, %d
  br i1 %fits, label %low, label %high
high:
  %qh = udiv i64 %nh, %d
  %p = mul i64 %qh, %d
  %rest = sub i64 %nh, %p
  br label %low
low:
  %h = phi i64 [ 0, %start ], [ %qh, %high ]
  %r = phi i64 [ %nh, %start ], [ %rest, %high ]
  %ql = call i64 @sbf.divide_2_by_1(i64 %r, i64 %nl, i64 %d)
  %hz = zext i64 %h to i128
  %hs = shl i128 %hz, 64
  %lz = zext i64 %ql to i128
  %q = or disjoint i128 %hs, %lz
  ret i128 %q
}

; For a divisor of at least 2^64: the quotient by its upper 64 significant bits is right or one too large.
define i64 @sbf.udiv.i128.by128(i128 %n, i128 %d) noinline {
start:
  %less = icmp ult i128 %n, %d
  br i1 %less, label %none, label %estimate
none:
  ret i64 0
estimate:
  %ds = lshr i128 %d, 64
  %dh = trunc i128 %ds to i64
  %zeros = call i64 @llvm.ctlz.i64(i64 %dh, i1 true)
  %zw = zext i64 %zeros to i128
  %dn = shl i128 %d, %zw
  %v = lshr i128 %dn, 64
  %v64 = trunc i128 %v to i64
  ; Halved, so that the estimate's quotient fits in 64 bits.
  %u = lshr i128 %n, 1
  %uh = lshr i128 %u, 64
  %uh64 = trunc i128 %uh to i64
  %ul64 = trunc i128 %u to i64
  %e = call i64 @sbf.divide_2_by_1(i64 %uh64, i64 %ul64, i64 %v64)
  %down = sub i64 63, %zeros
  %q1 = lshr i64 %e, %down
  %some = icmp ne i64 %q1, 0
  %one = zext i1 %some to i64
  %q0 = sub i64 %q1, %one
  %qw = zext i64 %q0 to i128
  %p = mul i128 %qw, %d
  %r = sub i128 %n, %p
  %more = icmp uge i128 %r, %d
  %add = zext i1 %more to i64
  %q = add i64 %q0, %add
  ret i64 %q
}

; (high * 2^64 + low) / d, where high < d, so that the quotient fits: Knuth's algorithm D with digits of 32 bits.
define i64 @sbf.divide_2_by_1(i64 %high, i64 %low, i64 %d) alwaysinline {
start:
  %whole = icmp eq i64 %high, 0
  br i1 %whole, label %one, label %two
one:
  %q64 = udiv i64 %low, %d
  ret i64 %q64
two:
  %dtop = lshr i64 %d, 32
  %short = icmp eq i64 %dtop, 0
  br i1 %short, label %digits, label %n16
; A divisor of one digit needs no guess.
digits:
  %s.hs = shl i64 %high, 32
  %s.lh = lshr i64 %low, 32
  %s.n1 = or disjoint i64 %s.hs, %s.lh
  %s.q1 = udiv i64 %s.n1, %d
  %s.p1 = mul i64 %s.q1, %d
  %s.r1 = sub i64 %s.n1, %s.p1
  %s.rs = shl i64 %s.r1, 32
  %s.ll = and i64 %low, 4294967295
  %s.n0 = or disjoint i64 %s.rs, %s.ll
  %s.q0 = udiv i64 %s.n0, %d
  %s.qs = shl i64 %s.q1, 32
  %s.q = or disjoint i64 %s.qs, %s.q0
  ret i64 %s.q
; Two digits: shift until the divisor's top bit is set, so that a guess is at most two too large.
n16:
  %c16 = icmp ult i64 %d, 281474976710656
  br i1 %c16, label %m16, label %n8
m16:
  %d16 = shl i64 %d, 16
  br label %n8
n8:
  %d.8 = phi i64 [ %d, %n16 ], [ %d16, %m16 ]
  %s.8 = phi i64 [ 0, %n16 ], [ 16, %m16 ]
  %c8 = icmp ult i64 %d.8, 72057594037927936
  br i1 %c8, label %m8, label %n4
m8:
  %d8 = shl i64 %d.8, 8
  %s8 = add i64 %s.8, 8
  br label %n4
n4:
  %d.4 = phi i64 [ %d.8, %n8 ], [ %d8, %m8 ]
  %s.4 = phi i64 [ %s.8, %n8 ], [ %s8, %m8 ]
  %c4 = icmp ult i64 %d.4, 1152921504606846976
  br i1 %c4, label %m4, label %n2
m4:
  %d4 = shl i64 %d.4, 4
  %s4 = add i64 %s.4, 4
  br label %n2
n2:
  %d.2 = phi i64 [ %d.4, %n4 ], [ %d4, %m4 ]
  %s.2 = phi i64 [ %s.4, %n4 ], [ %s4, %m4 ]
  %c2 = icmp ult i64 %d.2, 4611686018427387904
  br i1 %c2, label %m2, label %n1
m2:
  %d2 = shl i64 %d.2, 2
  %s2 = add i64 %s.2, 2
  br label %n1
n1:
  %d.1 = phi i64 [ %d.2, %n2 ], [ %d2, %m2 ]
  %s.1 = phi i64 [ %s.2, %n2 ], [ %s2, %m2 ]
  %c1 = icmp sgt i64 %d.1, -1
  br i1 %c1, label %m1, label %guess
m1:
  %d1 = shl i64 %d.1, 1
  %s1 = add i64 %s.1, 1
  br label %guess
guess:
  %v = phi i64 [ %d.1, %n1 ], [ %d1, %m1 ]
  %s = phi i64 [ %s.1, %n1 ], [ %s1, %m1 ]
  %hs = shl i64 %high, %s
  %l1 = lshr i64 %low, 1
  %up = xor i64 %s, 63
  %ls = lshr i64 %l1, %up
  %h = or disjoint i64 %hs, %ls
  %l = shl i64 %low, %s
  %vh = lshr i64 %v, 32
  %vl = and i64 %v, 4294967295
  %lh = lshr i64 %l, 32
  %ll = and i64 %l, 4294967295
  %q1 = call i64 @sbf.quotient_digit(i64 %h, i64 %lh, i64 %vh, i64 %vl)
  %h1 = shl i64 %h, 32
  %n1.0 = or i64 %h1, %lh
  %p1 = mul i64 %q1, %v
  ; Wraps as it should: the difference is below v.
  %r1 = sub i64 %n1.0, %p1
  %q0 = call i64 @sbf.quotient_digit(i64 %r1, i64 %ll, i64 %vh, i64 %vl)
  %qs = shl i64 %q1, 32
  %q = or disjoint i64 %qs, %q0
  ret i64 %q
}

; (n * 2^32 + next) / (vh * 2^32 + vl), below 2^32.
define i64 @sbf.quotient_digit(i64 %n, i64 %next, i64 %vh, i64 %vl) alwaysinline {
start:
  %q = udiv i64 %n, %vh
  %p = mul i64 %q, %vh
  %r = sub i64 %n, %p
  br label %check
check:
  %g = phi i64 [ %q, %start ], [ %lower, %large ]
  %rest = phi i64 [ %r, %start ], [ %rest.more, %large ]
  %over = icmp ugt i64 %g, 4294967295
  %gp = mul i64 %g, %vl
  %rs = shl i64 %rest, 32
  %have = or i64 %rs, %next
  %short = icmp ugt i64 %gp, %have
  %wrong = or i1 %over, %short
  br i1 %wrong, label %large, label %end
large:
  %lower = add i64 %g, -1
  %rest.more = add i64 %rest, %vh
  ; From here on the product cannot exceed what is there.
  %done = icmp ugt i64 %rest.more, 4294967295
  br i1 %done, label %end, label %check
end:
  %digit = phi i64 [ %g, %check ], [ %lower, %large ]
  ret i64 %digit
}

declare i64 @llvm.ctlz.i64(i64, i1)
