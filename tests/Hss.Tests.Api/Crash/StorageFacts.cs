using Hss.Tests.Shared;

namespace Hss.Tests.Api.Crash;

/// <summary>A test that needs a small disk; passed over where mounting is not allowed.</summary>
public sealed class DiskFactAttribute : FactAttribute
{
    public DiskFactAttribute() => Skip = SmallDisk.IsAllowed ? null : "Mounting is not allowed here";
}

/// <summary>A test that freezes files; passed over where that is not allowed.</summary>
public sealed class FrozenFactAttribute : FactAttribute
{
    public FrozenFactAttribute() => Skip = FrozenFiles.IsAllowed ? null : "Files cannot be made immutable here";
}
