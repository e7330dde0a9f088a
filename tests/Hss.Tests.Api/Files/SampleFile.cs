namespace Hss.Tests.Api.Files;

/// <summary>Files that begin as their type does.</summary>
internal static class SampleFile
{
    public const int Size = 100_000;

    public static byte[] Png(int size = Size) => Of([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], size);

    public static byte[] Pdf(int size = Size) => Of("%PDF-1.7"u8, size);

    private static byte[] Of(ReadOnlySpan<byte> head, int size)
    {
        var bytes = new byte[size];
        for (var i = head.Length; i < size; i++)
            bytes[i] = (byte)(i * 31);
        head.CopyTo(bytes);
        return bytes;
    }
}
