namespace Portal.Benchmarks.Load;

/// <summary>A pass of the run.</summary>
internal sealed record LoadPass(long Id, string SerialNumber, string DownloadCode);
