namespace Portal.Activity;

internal static partial class LivePageLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Page} could not load")]
    public static partial void LoadFailed(ILogger logger, string page, Exception error);
}
