"""Tasks that have no answer in the language, or that are hard: each must come to an end soon, solved or not."""

from __future__ import annotations

INTEGRANDS = """
e^(x^2) e^(-x^4) e^(1/x) e^x/x e^(-x)/x^2 1/ln(x) ln(x)/(x-1) ln(1-x)/x sin(x)/x cos(x)/x sin(x^2) cos(x^3) tan(x)/x
x*tan(x) x/sin(x) x^2/cos(x) sin(1/x) sin(e^x) cos(ln(x)^2) sin(sin(x)) e^(sin(x)) e^(cos(x)) ln(sin(x)) ln(cos(x))
sqrt(sin(x)) sqrt(1+x^3) 1/sqrt(1+x^4) sqrt(1-x^4) 1/sqrt(x^3-x+1) sqrt(x^4+x+1) (1+x^5)^(1/3) 1/(1+x^7)^(1/2) x^x
x^x*sin(x) x^(-x) (1+x)^x sin(x)^x ln(ln(x)) ln(x)*ln(1+x) ln(1+e^x) x/(e^x-1) x^3/(e^x-1) x/(1+e^x) 1/(x+e^x)
1/(x+sin(x)) 1/(1+x+sin(x)) 1/(x^2+cos(x)) sin(x)/(1+x^2) cos(x)/(x^2+4) e^x/(1+x^2) e^(x^2)/x arctan(x)/x
arcsin(x)/x arctan(x)/(1+x) arctan(x)^2 x*arctan(x)^2*ln(x) ln(x)^2/(1+x^2) ln(1+x^2)/(1+x) sqrt(ln(x)) sqrt(x+ln(x))
sqrt(1+e^x)*x sqrt(x)*e^(x^2) e^(sqrt(x))/x e^(x+1/x) e^(x^2)*ln(x) e^(x)*ln(x) ln(x)*sin(x) sin(x)*arctan(x)
sqrt(tan(x))*x tan(x^2) sec(x^2) tan(sin(x)) sin(x)*sin(x^2) x*sin(x^3) x^2*e^(x^4) 1/(1+x^2*e^x) (x+sin(x))/(x+cos(x))
(x^2+1)/(sin(x)+cos(x)+x) sin(x)/(x+1)^2 cos(x)^2/x^3 sinh(x)/x cosh(x)/(1+x) tanh(x)/x tanh(x)^2*x sqrt(cosh(x))
1/sqrt(1+sin(x)^2) sqrt(1-sin(x)^2/4) sqrt(4*cos(x)^2+9*sin(x)^2) sqrt(1+cos(x)^2) sqrt(1+x^2+x^4)
1/(sqrt(x)*ln(1+x)) ln(x+sqrt(x+1))/x ln(x)/sqrt(1+x^3) ln(sin(x))*cos(x)*x e^(-x^2)*sin(x) e^(-x^2)*ln(1+x)
softplus(x) softplus(x)^2 sigmoid(x)*x sigmoid(x)^2*x tanh(x)*ln(x) gelu(x)*x erf(x)/x erf(x)*ln(x) Phi(x)*sin(x)
1/(x^5+x+1) 1/(x^6+x^5+1) x/(x^5-x-1) (x^3+2)/(x^7+x+1) sqrt(x+sqrt(x+sqrt(x))) 1/(sqrt(x)+cbrt(x)+x^2+1)
sqrt(x^2+sqrt(x+1)) sqrt(1+sqrt(1+sqrt(x))) (x+1)^(1/3)*(x+2)^(1/2) (x^2+1)^(1/3)*(x+2)^(1/5) x^(2/3)*(1+x^5)^(3/7)
sin(x)^7*x^3*e^(2*x) sin(x)^12*cos(x)^11*e^x (x^2+3*x+1)^8*sin(x)*e^x ln(x)^6*x^5*sin(x) (x^4+1)^5*e^(x^2)
e^(e^x) e^(e^x)*x ln(ln(ln(x))) sin(cos(tan(x))) sqrt(1+sin(x)*cos(x)*x) e^(x*sin(x)) cos(x*ln(x)) (sin(x)+ln(x))^3/x
(e^x+sin(x))^2/ln(x) ln(x+e^x) ln(x+sin(x)) arctan(e^x) arctan(sin(x)) arcsin(e^x)*x arccos(x)^3/x sqrt(arcsin(x))
"""

BOUNDED = """
int(e^(sin(x)),x,0,1) int(x^x,x,0,1) int(sin(x)/x,x,1,2) int(sqrt(1+x^4),x,0,1) int(ln(ln(x)),x,2,3)
int(e^(-x^4),x,0,inf) int(sin(x^3),x,0,inf) int(1/(x*ln(x)^x),x,2,inf) int(ln(sin(x)),x,0,pi/2) int(x/sin(x),x,0,pi/2)
int(cos(sin(x)),x,0,pi) int(e^(cos(x)),x,0,2*pi) int(ln(1+x)/(1+x^2),x,0,1) int(x^2/(e^x-1),x,0,inf)
int(sin(x)/(x*(1+x^2)),x,0,inf) int(1/(1+x^2+sin(x)),x,0,inf) int(abs(sin(x)-x/2),x,0,3) int(sqrt(sin(x)+2),x,0,pi)
int(e^(x^2)*sin(3*x),x,-1,2) int(int(e^(x*y^2),x,0,y),y,0,1) int(int(sin(x*y)/x,x,1,2),y,0,1) int(tan(x^2),x,0,1)
int(arctan(x)/x,x,0,1) int(int(1/(1+x*y+sin(x)),x,0,1),y,0,1) int(ln(x)^2*sqrt(1+x^3),x,1,2)
"""

OTHERS = """
lim((sin(x)-x)/(x^5+ln(1+x^9)), x, 0)
lim(x^(sin(1/x)), x, inf)
lim((gamma(x+1))^(1/x)/x, x, inf)
lim(sin(x)*x, x, inf)
lim(sin(1/x)/x, x, 0)
lim((1+1/x)^(x^2)*e^(-x), x, inf)
lim((tan(sin(x))-sin(tan(x)))/x^7, x, 0)
lim((e^(sin(x))-e^(tan(x)))/(x^3+x^4*ln(x)), x, 0, +)
lim(x^(x^x)-x^x, x, 0, +)
lim((ln(x+sqrt(x^2+1))-ln(2*x))*x^2, x, inf)
lim((x+sin(x))/(x-cos(x)*x), x, inf)
lim((cos(x)^(1/x^2)-e^(-1/2))/x^2, x, 0)
lim((arctan(x)-arcsin(x))/(tan(x)-sin(x)), x, 0)
lim(e^(x)*(sin(1/x+e^(-x))-sin(1/x)), x, inf)
lim((3^x+5^x+x^7)^(1/x), x, inf)
lim(ln(ln(x))/ln(x-ln(x)), x, inf)
lim((x^sqrt(2)+x^pi)/(x^e+1), x, inf)
lim((1-cos(x)*cos(2*x)*cos(3*x))/x^2, x, 0)
lim(abs(sin(x))^(1/ln(abs(x))), x, 0)
lim(sin(x)/abs(x), x, 0)
lim(x*(sqrt(x^2+2*x)-2*sqrt(x^2+x)+x), x, inf)
extrema(x^5 - 3*x + sin(x), x)
extrema(e^x + sin(3*x) - x^4, x)
extrema(x^4 + y^4 - 3*x*y + x^3*y^2, [x, y])
extrema(sin(x)*sin(y) + cos(x*y), [x, y])
extrema(x^6 - 5*x^3*y + y^5, [x, y])
extrema(e^(x*y) + x^2*y - y^3 + x, [x, y])
extrema(x*y*z*(1 - x - y - z), [x, y, z])
extrema(ln(1 + x^2 + y^4) - x*y^3 + x, [x, y])
lagrange(x^3 + y^3 + x*y, [x^4 + y^4 = 1], [x, y])
lagrange(x*y^2*z^3, [x^2 + y^2 + z^2 = 1], [x, y, z])
lagrange(e^x + y, [x^2 + x*y + y^4 = 3], [x, y])
lagrange(sin(x) + y, [x^2 + y^2 = 1], [x, y])
ode(y' = x^2 + y^2, y, x)
ode(y' = sin(x*y), y, x)
ode(y' = e^(x*y) + x, y, x)
ode(y' = y^3 + x*y + 1, y, x)
ode(y' = (x + y^2)/(x^2 + y), y, x)
ode(y' = y*e^(x^2), y, x)
ode(y' + y*sin(x) = ln(x), y, x)
ode(y' + y/x = e^(x^2)/x^2, y, x)
ode(y' = sqrt(1 + x^3)*y, y, x)
ode(y' = (y^5 + y + 1)*cos(x), y, x)
ode(y' = ln(x + y), y, x)
ode(y'*(1 + e^(y)*sin(y)) = x^x, y, x)
sum(1/(n^2 + ln(n)), n, 2, inf)
sum(sin(n)/n, n, 1, inf)
sum(1/(n^5 + n + 1), n, 1, inf)
converges(sum(sin(n^2)/n, n, 1, inf))
converges(sum(n^n/(n! * 3^n + ln(n)), n, 1, inf))
converges(sum(1/(n*ln(n)*ln(ln(n))^2), n, 3, inf))
converges(int(sin(x)/(sqrt(x) + ln(x)), x, 1, inf))
solve(x^5 - x - 1 = 0, x)
solve(e^x = x^3 + 2, x)
solve([x^3 + y^2 = 3, x*y + y^3 = 1], [x, y])
"""


def tasks() -> tuple[str, ...]:
    """All of them in the maths language."""
    return (
        *(f"int({each}, x)" for each in INTEGRANDS.split()),
        *BOUNDED.split(),
        *OTHERS.strip().splitlines(),
    )
