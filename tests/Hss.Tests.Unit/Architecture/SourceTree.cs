namespace Hss.Tests.Unit.Architecture;

/// <summary>The sources that this build was made of.</summary>
internal static class SourceTree
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Hss.slnx")))
            root = root.Parent;
        return Assert.IsType<DirectoryInfo>(root).FullName;
    }
}
