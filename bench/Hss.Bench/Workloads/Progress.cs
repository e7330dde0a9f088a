namespace Hss.Bench.Workloads;

/// <summary>What is seen while it runs; the results are the table and the file.</summary>
internal static class Progress
{
    public static void Say(string what) => Console.Error.WriteLine($"{DateTime.Now:HH:mm:ss} {what}");
}
