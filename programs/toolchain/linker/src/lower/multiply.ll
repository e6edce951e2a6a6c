; 128-bit and checked products, from 64-bit ones: the processor keeps only a product's low half.

; The high half of x*y, from four products of 32-bit halves.
define i64 @sbf.high_product(i64 %x, i64 %y) alwaysinline {
  %xl = and i64 %x, 4294967295
  %xh = lshr i64 %x, 32
  %yl = and i64 %y, 4294967295
  %yh = lshr i64 %y, 32
  %ll = mul i64 %xl, %yl
  %lh = mul i64 %xl, %yh
  %hl = mul i64 %xh, %yl
  %hh = mul i64 %xh, %yh
  %carry = lshr i64 %ll, 32
  %middle = add i64 %hl, %carry
  %middle.low = and i64 %middle, 4294967295
  %middle.high = lshr i64 %middle, 32
  %rest = add i64 %lh, %middle.low
  %rest.high = lshr i64 %rest, 32
  %high = add i64 %hh, %middle.high
  %sum = add i64 %high, %rest.high
  ret i64 %sum
}

define i128 @sbf.mul.i128(i128 %a, i128 %b) alwaysinline {
  %al = trunc i128 %a to i64
  %as = lshr i128 %a, 64
  %ah = trunc i128 %as to i64
  %bl = trunc i128 %b to i64
  %bs = lshr i128 %b, 64
  %bh = trunc i128 %bs to i64
  %low = mul i64 %al, %bl
  %carry = call i64 @sbf.high_product(i64 %al, i64 %bl)
  %x = mul i64 %ah, %bl
  %y = mul i64 %al, %bh
  %cross = add i64 %x, %y
  %high = add i64 %carry, %cross
  %l = zext i64 %low to i128
  %h = zext i64 %high to i128
  %hs = shl i128 %h, 64
  %r = or disjoint i128 %hs, %l
  ret i128 %r
}

; Dividing the product back is cheaper than computing its high half: a division costs no more than an addition.
define { i64, i1 } @sbf.umulo.i64(i64 %x, i64 %y) alwaysinline {
start:
  %p = mul i64 %x, %y
  %zero = icmp eq i64 %x, 0
  br i1 %zero, label %end, label %check
check:
  %back = udiv i64 %p, %x
  %lost = icmp ne i64 %back, %y
  br label %end
end:
  %o = phi i1 [ false, %start ], [ %lost, %check ]
  %r = insertvalue { i64, i1 } poison, i64 %p, 0
  %s = insertvalue { i64, i1 } %r, i1 %o, 1
  ret { i64, i1 } %s
}

define { i64, i1 } @sbf.smulo.i64(i64 %x, i64 %y) alwaysinline {
  %xs = ashr i64 %x, 63
  %xx = xor i64 %x, %xs
  %xm = sub i64 %xx, %xs
  %ys = ashr i64 %y, 63
  %yx = xor i64 %y, %ys
  %ym = sub i64 %yx, %ys
  %u = call { i64, i1 } @sbf.umulo.i64(i64 %xm, i64 %ym)
  %m = extractvalue { i64, i1 } %u, 0
  %uo = extractvalue { i64, i1 } %u, 1
  %s = xor i64 %xs, %ys
  %mx = xor i64 %m, %s
  %p = sub i64 %mx, %s
  ; The magnitude may be 2^63 - 1, or 2^63 when the product is negative.
  %most = sub i64 9223372036854775807, %s
  %large = icmp ugt i64 %m, %most
  %o = or i1 %uo, %large
  %r = insertvalue { i64, i1 } poison, i64 %p, 0
  %t = insertvalue { i64, i1 } %r, i1 %o, 1
  ret { i64, i1 } %t
}

define { i128, i1 } @sbf.umulo.i128(i128 %a, i128 %b) noinline {
start:
  %al = trunc i128 %a to i64
  %as = lshr i128 %a, 64
  %ah = trunc i128 %as to i64
  %bl = trunc i128 %b to i64
  %bs = lshr i128 %b, 64
  %bh = trunc i128 %bs to i64
  %low = mul i64 %al, %bl
  %carry = call i64 @sbf.high_product(i64 %al, i64 %bl)
  %either = or i64 %ah, %bh
  %narrow = icmp eq i64 %either, 0
  br i1 %narrow, label %end, label %wide
wide:
  %x = call { i64, i1 } @sbf.umulo.i64(i64 %ah, i64 %bl)
  %xp = extractvalue { i64, i1 } %x, 0
  %xo = extractvalue { i64, i1 } %x, 1
  %y = call { i64, i1 } @sbf.umulo.i64(i64 %bh, i64 %al)
  %yp = extractvalue { i64, i1 } %y, 0
  %yo = extractvalue { i64, i1 } %y, 1
  %cross = add i64 %xp, %yp
  %high = add i64 %carry, %cross
  ; Unless both high halves count, and so the product overflows, cross is one product and cannot wrap.
  %wraps = icmp ult i64 %high, %cross
  %an = icmp ne i64 %ah, 0
  %bn = icmp ne i64 %bh, 0
  %both = and i1 %an, %bn
  %o1 = or i1 %xo, %yo
  %o2 = or i1 %o1, %wraps
  %o3 = or i1 %o2, %both
  br label %end
end:
  %hi = phi i64 [ %carry, %start ], [ %high, %wide ]
  %o = phi i1 [ false, %start ], [ %o3, %wide ]
  %l = zext i64 %low to i128
  %h = zext i64 %hi to i128
  %hs = shl i128 %h, 64
  %p = or disjoint i128 %hs, %l
  %r = insertvalue { i128, i1 } poison, i128 %p, 0
  %s = insertvalue { i128, i1 } %r, i1 %o, 1
  ret { i128, i1 } %s
}

define { i128, i1 } @sbf.smulo.i128(i128 %a, i128 %b) noinline {
  %as = ashr i128 %a, 127
  %ax = xor i128 %a, %as
  %am = sub i128 %ax, %as
  %bs = ashr i128 %b, 127
  %bx = xor i128 %b, %bs
  %bm = sub i128 %bx, %bs
  %u = call { i128, i1 } @sbf.umulo.i128(i128 %am, i128 %bm)
  %m = extractvalue { i128, i1 } %u, 0
  %uo = extractvalue { i128, i1 } %u, 1
  %s = xor i128 %as, %bs
  %mx = xor i128 %m, %s
  %p = sub i128 %mx, %s
  %most = sub i128 170141183460469231731687303715884105727, %s
  %large = icmp ugt i128 %m, %most
  %o = or i1 %uo, %large
  %r = insertvalue { i128, i1 } poison, i128 %p, 0
  %t = insertvalue { i128, i1 } %r, i1 %o, 1
  ret { i128, i1 } %t
}
