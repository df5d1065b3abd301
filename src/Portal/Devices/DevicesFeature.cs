namespace Portal.Devices;

/// <summary>Registers what the devices page shows.</summary>
public static class DevicesFeature
{
    public static WebApplicationBuilder AddDevices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<DeviceQueries>();
        return builder;
    }
}
