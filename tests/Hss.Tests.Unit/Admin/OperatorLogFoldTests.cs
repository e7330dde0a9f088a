using Hss.Grains.Admin;
using Hss.Grains.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Admin;

public sealed class OperatorLogFoldTests
{
    [Fact]
    public void OperatorLog_StateIsExactlyTheFoldOfItsEvents() => FoldProperty.Holds(
        OperatorLogKind.Instance,
        "effect.1",
        [
            (_, now) => Decision.Accept(new OperatorActed("effect.retry", "effect/1", "mail server is back", now)),
            (_, now) => Decision.Accept(new OperatorActed("effect.drop", "effect/2", "", now)),
        ],
        (state, events) => state.Actions == events.Count);
}
